package io.duckboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.testing.Attack;
import io.duckboard.security.Role;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.token.NewToken;
import io.duckboard.token.Tokens;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.convention.TestBean;

/** A program asks the lake by HTTP, and gets the answer in the form that it wants, or a problem that it can read. */
@Tag("app")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"vaadin.productionMode=true", "duckboard.limit.operator=per-minute=1"})
@Attack("Requests of HTTP that are too large, too slow, malformed, or about other people's queries")
class QueryEndpointTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    @TestBean
    @Nullable
    QueryEngine engine;

    private ScriptedEngine script;
    private ApiClient ann;

    static QueryEngine engine() {
        return new ScriptedEngine();
    }

    @BeforeEach
    void letAnnHaveAToken() {
        script = (ScriptedEngine) Objects.requireNonNull(engine);
        script.forget();
        script.answer("SELECT 1", "one", List.of(List.of("1")));
        script.export("SELECT 1", "one", "one.csv", "one\n1\n".getBytes(StandardCharsets.UTF_8));
        ann = client();
    }

    @Test
    void answersAsTheEngineDoes() throws Exception {
        HttpResponse<String> answer = ann.query("{\"q\": \"SELECT 1\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"metadata\":{", "\"data\":{\"records\":[{\"one\":\"1\"}]}");
        assertThat(UUID.fromString(header(answer, "X-Duckboard-Query")))
                .isEqualTo(script.questions().getFirst().queryId().orElseThrow());
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void answersRowsAsArrays() throws Exception {
        assertThat(ann.query("{\"q\": \"SELECT 1\", \"format\": \"rows\"}").body())
                .contains("\"data\":{\"rows\":[[\"1\"]]}");
    }

    @Test
    void takesSqlAlone() throws Exception {
        HttpResponse<String> answer =
                ann.post("/api/query?limit=7&timeoutMs=1000", "SELECT 1", "Content-Type", "application/sql");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(script.questions().getFirst().limit()).isEqualTo(7);
    }

    @Test
    void takesNothingFromTheAddressBesideJson() throws Exception {
        assertProblem(
                ann.post("/api/query?limit=7", "{\"q\": \"SELECT 1\"}", "Content-Type", "application/json"),
                400,
                "INVALID_REQUEST");
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv, text/csv;charset=UTF-8",
        "application/x-ndjson, application/x-ndjson",
        "application/vnd.apache.parquet, application/vnd.apache.parquet",
        "'application/json;q=0.5, text/csv', text/csv;charset=UTF-8",
        "'*/*;q=0.1, text/*', text/csv;charset=UTF-8"
    })
    void answersAsAcceptSays(String accept, String given) throws Exception {
        HttpResponse<String> answer = ann.query("{\"q\": \"SELECT 1\"}", "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase(given);
        assertThat(header(answer, "Content-Length")).isEqualTo("6");
        assertThat(answer.body()).isEqualTo("one\n1\n");
    }

    @Test
    void answersAsIntoSays() throws Exception {
        ann.query("{\"q\": \"SELECT 1\", \"into\": \"csv\", \"escape\": \"spreadsheet\"}");

        assertThat(script.questions().getFirst().into().orElseThrow().toString())
                .contains("SPREADSHEET");
        assertThat(ann.query("{\"q\": \"SELECT 1\", \"into\": \"csv\"}", "Accept", "application/json")
                        .statusCode())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "text/html", "nonsense", "application/json;q=0"})
    void refusesAFormThatItDoesNotHave(String accept) throws Exception {
        assertProblem(ann.query("{\"q\": \"SELECT 1\"}", "Accept", accept), 406, "INVALID_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"q\": 1}",
                "{\"q\": \"\"}",
                "{\"ping\": true}",
                "{\"cancel\": \"00000000-0000-0000-0000-000000000000\"}",
                "{\"q\": \"SELECT 1\", \"parts\": [\"00000000-0000-0000-0000-000000000000\"]}",
                "{\"q\": \"SELECT 1\", \"unless\": \"\"}",
                "{\"q\": \"SELECT 1\", \"queryId\": \"1-1-1-1-1\"}"
            })
    void refusesABodyThatIsNoQuery(String body) throws Exception {
        assertProblem(ann.query(body), 400, "INVALID_REQUEST");
        assertThat(script.questions()).isEmpty();
    }

    @Test
    void refusesOtherKindsOfBodies() throws Exception {
        assertProblem(
                ann.post("/api/query", "q=SELECT+1", "Content-Type", "application/x-www-form-urlencoded"),
                415,
                "INVALID_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=2.5", "limit=7&=null"})
    void refusesAnAddressWithAParameterWithoutAName(String parameters) throws Exception {
        assertProblem(
                ann.post("/api/query?" + parameters, "SELECT 1", "Content-Type", "text/plain"), 400, "INVALID_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void refusesOtherMethods(String method) throws Exception {
        HttpResponse<String> answer = ann.send(method, "/api/query");

        assertProblem(answer, 405, "INVALID_REQUEST");
        assertThat(header(answer, "Allow")).isEqualTo("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/api/query/x", "/api/queries"})
    void saysThatThereIsNothing(String address) throws Exception {
        assertProblem(ann.get(address), 404, "INVALID_REQUEST");
    }

    /** Spring reads it as a table's address, and the server as one that takes no token. */
    @Test
    void opensNothingAtAnAddressThatIsReadInTwoWays() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET /api/tables/%2e%2e/%2e%2e/x HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] begin = socket.getInputStream().readNBytes("HTTP/1.1 401".length());
            assertThat(new String(begin, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 401");
        }
        assertThat(script.questions()).isEmpty();
    }

    @Test
    void refusesABodyBeyondAMebibyte() throws Exception {
        assertProblem(ann.query("{\"q\": \"" + "x".repeat(1024 * 1024) + "\"}"), 413, "INVALID_REQUEST");
    }

    /** Its size is not known before. */
    @Test
    void refusesABodyBeyondAMebibyteThatComesInChunks() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/query HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: Bearer "
                            + ann.token() + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 17; i++) {
                out.write(chunk);
            }
            out.flush();
            byte[] begin = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
            assertThat(new String(begin, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsEachCodeOfTheProtocol(ErrorCode code) throws Exception {
        CallFailure failure = new QueryOutcome.Failed(
                Problem.of(code, "It is \"<so>\"\r\nX-Forged: 1", "Do not.").at(7));
        script.end("broken", failure);

        HttpResponse<String> answer = ann.query("{\"q\": \"SELECT broken\"}");

        assertProblem(answer, Statuses.of(code), code.name());
        assertThat(answer.body()).contains("\"position\":7", "\"hint\":\"Do not.", "\\r\\nX-Forged");
        assertThat(answer.headers().firstValue("X-Forged")).isEmpty();
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(code == ErrorCode.BUSY);
        assertProblem(ann.query("{\"q\": \"SELECT broken\"}", "Accept", "text/csv"), Statuses.of(code), code.name());
    }

    @Test
    void saysWhenALimitIsFreeAgain() throws Exception {
        var limited = new ApiClient(port, token(Role.OPERATOR));
        // Where nobody signs in, everybody is one person, who may have asked within this minute.
        limited.query("{\"q\": \"SELECT 1\"}");

        HttpResponse<String> second = limited.query("{\"q\": \"SELECT 1\"}");

        assertProblem(second, 429, "BUSY");
        assertThat(Integer.parseInt(header(second, "Retry-After"))).isBetween(1, 60);
        assertThat(second.body()).contains("minute");
    }

    @Test
    void saysThatNoEngineAnswers() throws Exception {
        script.end("far", new QueryOutcome.Unreachable("No engine answers.", "Start one."));

        assertProblem(ann.query("{\"q\": \"SELECT far\"}"), 502, "LAKE_UNAVAILABLE");
    }

    @Test
    void cancelsAQueryOfOnesOwn() throws Exception {
        UUID id = UUID.randomUUID();
        CompletableFuture<RowsOutcome> held = script.hold("slow");
        CompletableFuture<HttpResponse<String>> answer = later("{\"q\": \"SELECT slow\", \"queryId\": \"" + id + "\"}");
        await().until(() -> !script.questions().isEmpty());

        HttpResponse<String> cancelled = ann.post("/api/query/" + id + "/cancel", "");

        assertThat(cancelled.statusCode()).isEqualTo(200);
        assertThat(cancelled.body()).isEqualTo("{\"cancelled\":\"accepted\"}");
        assertThat(script.cancelled()).containsExactly(id);
        held.complete(new QueryOutcome.Failed(Problem.of(ErrorCode.CANCELLED, "The query was cancelled.")));
        assertProblem(answer.get(), 409, "CANCELLED");
    }

    @Test
    void runsNoSecondQueryOfAnIdThatIsUnderWay() throws Exception {
        UUID id = UUID.randomUUID();
        CompletableFuture<RowsOutcome> held = script.hold("slow");
        String query = "{\"q\": \"SELECT slow\", \"queryId\": \"" + id + "\"}";
        CompletableFuture<HttpResponse<String>> answer = later(query);
        await().until(() -> !script.questions().isEmpty());

        assertProblem(client().query("{\"q\": \"SELECT 1\", \"queryId\": \"" + id + "\"}"), 400, "INVALID_REQUEST");

        assertThat(script.questions()).hasSize(1);
        held.complete(new QueryOutcome.Failed(Problem.of(ErrorCode.CANCELLED, "The query was cancelled.")));
        assertThat(answer.get().statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "x", "1-1-1-1-1", "%0d%0aX-Forged:1"})
    void knowsNoQueryThatIsNotUnderWay(String id) throws Exception {
        assertProblem(ann.post("/api/query/" + id + "/cancel", ""), 404, "INVALID_REQUEST");
        assertThat(script.cancelled()).isEmpty();
    }

    @Test
    void cancelsAQueryWhoseClientHasGone() throws Exception {
        CompletableFuture<RowsOutcome> held = script.hold("slow");
        UUID id = UUID.randomUUID();
        String body = "{\"q\": \"SELECT slow\", \"queryId\": \"" + id + "\"}";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("POST /api/query HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: Bearer "
                                    + ann.token() + "\r\nContent-Type: application/json\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            await().until(() -> !script.questions().isEmpty());
            assertThat(script.cancelled()).isEmpty();
        }

        await().untilAsserted(() -> assertThat(script.cancelled()).containsExactly(id));
        held.complete(new QueryOutcome.Failed(Problem.of(ErrorCode.CANCELLED, "The query was cancelled.")));
    }

    private CompletableFuture<HttpResponse<String>> later(String query) {
        return HttpClient.newHttpClient()
                .sendAsync(
                        ann.request("/api/query", "Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(query))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private ApiClient client() {
        return new ApiClient(port, token(Role.ANALYST));
    }

    private String token(Role role) {
        return tokens.issue(new NewToken("test", role, Optional.empty(), NewToken.USUAL))
                .text();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.body()).contains("\"status\":" + status, "\"code\":\"" + code + "\"");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "io.duckboard", "at org.");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
