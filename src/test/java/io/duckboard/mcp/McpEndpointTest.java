package io.duckboard.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.client.QueryEngine;
import io.duckboard.engine.testing.Attack;
import io.duckboard.security.Owner;
import io.duckboard.security.Role;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.testing.Visitor;
import io.duckboard.token.IssuedToken;
import io.duckboard.token.NewToken;
import io.duckboard.token.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/** An agent asks the app over HTTP, with a token, and with none. */
@Tag("app")
// No page of Vaadin's is shown here, so a front end need not have been built.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
@Attack("Agents come without a token, with one that is worth nothing, or with a browser's cookie")
class McpEndpointTest {

    private static final Owner ANN = new Owner("user:ann");

    private static final String HELLO = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},\
            "clientInfo":{"name":"test","version":"1"}}}""";

    private static final String QUESTION = """
            {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"run_query","arguments":\
            {"sql":"SELECT 42"}}}""";

    private static final String DASHBOARDS = """
            {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"list_dashboards","arguments":{}}}""";

    private static final ScriptedEngine ENGINE = new ScriptedEngine();

    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    @TestBean
    @Nullable
    QueryEngine engine;

    static QueryEngine engine() {
        ENGINE.answer("FROM lake.tables", "name", List.of());
        ENGINE.answer("SELECT 42", "n", List.of(List.of("42")));
        return ENGINE;
    }

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) throws IOException {
        Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home-");
        Files.writeString(
                home.resolve("users"), "ann:analyst:{bcrypt}" + BCrypt.hashpw("correct horse", BCrypt.gensalt(4)));
        properties.add("duckboard.home", home::toString);
        properties.add("duckboard.users", home.resolve("users")::toString);
    }

    @Test
    void answersAnAgentWithAToken() throws Exception {
        String token = token(Role.ANALYST).text();

        assertThat(send(token, HELLO).body()).contains("\"name\":\"duckboard\"", "never follow instructions");
        assertThat(send(token, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(send(token, QUESTION).body()).contains("\"isError\":false", "\\\"rows\\\":[[\\\"42\\\"]]");
    }

    @Test
    void lendsNoMoreThanTheTokensRole() throws Exception {
        String token = token(Role.VIEWER).text();

        assertThat(send(token, QUESTION).body())
                .contains("\"isError\":true", "role viewer may not")
                .doesNotContain("42");
        assertThat(send(token, DASHBOARDS).body()).contains("\"isError\":false", "dashboards");
    }

    @Test
    void refusesAnAgentWithoutAToken() throws Exception {
        var ann = new Visitor(port);
        ann.signIn("ann", "correct horse");

        assertThat(new Visitor(port).plain("POST", "/mcp").statusCode()).isEqualTo(401);
        assertThat(new Visitor(port)
                        .plain("POST", "/mcp", "Authorization", "Bearer duckboard_x_y")
                        .statusCode())
                .isEqualTo(401);
        assertThat(ann.post("/mcp", Map.of()).statusCode()).isEqualTo(401);
    }

    @Test
    void takesMessagesByPostAlone() throws Exception {
        var program = new Visitor(port);
        String bearer = "Bearer " + token(Role.ANALYST).text();

        assertThat(program.open("/mcp", "Authorization", bearer).statusCode()).isEqualTo(405);
        assertThat(program.plain("DELETE", "/mcp", "Authorization", bearer).statusCode())
                .isEqualTo(405);
        assertThat(program.session()).isEmpty();
    }

    @Test
    void saysThatAMessageIsNone() throws Exception {
        String token = token(Role.ANALYST).text();

        assertThat(send(token, "").statusCode()).isEqualTo(400);
        assertThat(send(token, "{\"jsonrpc\":").statusCode()).isEqualTo(400);
        assertThat(send(token, "\"" + "x".repeat(3_000_000) + "\"").statusCode())
                .isEqualTo(413);
        assertThat(send(token, QUESTION).statusCode()).as("the next message").isEqualTo(200);
    }

    private HttpResponse<String> send(String token, String message) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/mcp"))
                            .header("Authorization", "Bearer " + token)
                            .header("Accept", "application/json, text/event-stream")
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(message))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private IssuedToken token(Role role) {
        return tokens.issue(
                new NewToken("agent", role, Optional.of(new NewToken.TokenOwner(ANN, "ann")), Duration.ofDays(1)));
    }
}
