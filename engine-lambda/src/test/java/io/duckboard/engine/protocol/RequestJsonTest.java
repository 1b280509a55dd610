package io.duckboard.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A written request is read back unchanged. */
class RequestJsonTest {

    @Test
    void readsTheTraceThatItWrote() throws Exception {
        var query = Request.Query.of("SELECT 1")
                .trace(new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

        assertThat(read(new String(RequestJson.write(query), StandardCharsets.UTF_8)))
                .isEqualTo(query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "{}", "\"\"", "\"00-4bf9-00f0-01\"", "null"})
    void ignoresATraceThatIsNone(String traceparent) throws Exception {
        assertThat(read("{\"q\": \"SELECT 1\", \"traceparent\": " + traceparent + "}"))
                .isEqualTo(Request.Query.of("SELECT 1"));
    }

    @Test
    void readsWhatItWrote() throws Exception {
        var query = new Request.Query(
                "SELECT $from, $none",
                7,
                Map.of(
                        "from", new Parameter(Parameter.Type.DATE, "2019-04-01"),
                        "none", new Parameter(Parameter.Type.BIGINT, null)),
                RowFormat.ROWS,
                Optional.of(Duration.ofSeconds(3)),
                Optional.of(UUID.fromString("8a6e0804-2bd0-4672-b79d-d97027f9071a")),
                Optional.of(new Export.Csv(Export.Escape.SPREADSHEET)),
                List.of(
                        UUID.fromString("8a6e0804-2bd0-4672-b79d-d97027f9071b"),
                        UUID.fromString("8a6e0804-2bd0-4672-b79d-d97027f9071c")));

        assertThat(read(new String(RequestJson.write(query), StandardCharsets.UTF_8)))
                .isEqualTo(query);
    }

    @Test
    void readsWhatQuackReduceSends() throws Exception {
        assertThat(read("{\"q\": \"SELECT 1\", \"limit\": 5}"))
                .isEqualTo(Request.Query.of("SELECT 1").limit(5));
    }

    @ParameterizedTest
    @CsvSource({
        "\"20\", 20",
        "\"0\", 0",
        "\"007\", 7",
        "\"2147483648\", 2147483647",
        "\"99999999999999999999\", 2147483647",
        "99999999999999999999, 2147483647"
    })
    void readsALimitInDigitsAsANumberOrAsAText(String limit, int rows) throws Exception {
        assertThat(read("{\"q\": \"SELECT 1\", \"limit\": " + limit + "}"))
                .isEqualTo(Request.Query.of("SELECT 1").limit(rows));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\" 20\"",
                "\"+20\"",
                "\"-1\"",
                "\"2e1\"",
                "\"20.0\"",
                "\"0x14\"",
                "\"twenty\"",
                "\"\u0662\u0660\"",
                "[20]",
                "true",
                "20.0",
                "-1",
                "null"
            })
    void refusesALimitThatIsNoWholeNumber(String limit) {
        assertThatThrownBy(() -> read("{\"q\": \"SELECT 1\", \"limit\": " + limit + "}"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("\"limit\" is to be a whole number from 0 up");
    }

    @Test
    void passesOverWhatItDoesNotKnow() throws Exception {
        assertThat(read("{\"q\": \"SELECT 1\", \"colour\": \"red\"}")).isEqualTo(Request.Query.of("SELECT 1"));
    }

    @ParameterizedTest
    @MethodSource("exports")
    void readsWhereTheWholeAnswerGoes(String members, Export export) throws Exception {
        assertThat(read("{\"q\": \"SELECT 1\", " + members + "}"))
                .isEqualTo(Request.Query.of("SELECT 1").into(export));
    }

    static Stream<Arguments> exports() {
        return Stream.of(
                Arguments.of("\"into\": \"parquet\"", new Export.Parquet()),
                Arguments.of("\"into\": \"csv\"", new Export.Csv(Export.Escape.NONE)),
                Arguments.of(
                        "\"into\": \"csv\", \"escape\": \"spreadsheet\"", new Export.Csv(Export.Escape.SPREADSHEET)),
                Arguments.of("\"into\": \"jsonl\"", new Export.JsonLines()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"into\": \"xlsx\"",
                "\"into\": 1",
                "\"into\": \"../csv\"",
                "\"into\": \"csv\", \"escape\": \"html\"",
                "\"into\": \"csv\", \"escape\": true",
                "\"into\": \"jsonl\", \"escape\": \"spreadsheet\"",
                "\"escape\": \"spreadsheet\""
            })
    void refusesAnUnknownWayToWriteAnAnswer(String members) {
        assertThatThrownBy(() -> read("{\"q\": \"SELECT 1\", " + members + "}"))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "\"8a6e0804-2bd0-4672-b79d-d97027f9071b\"",
                "[1]",
                "[null]",
                "[\"\"]",
                "[\"8A6E0804-2BD0-4672-B79D-D97027F9071B\"]",
                "[\"1-2-3-4-5\"]",
                "[\"../../../../../../../../../etc/passwd_\"]",
                "[\"*\"]",
                "[\"8a6e0804-2bd0-4672-b79d-d97027f9071*\"]",
                "[\"8a6e0804-2bd0-4672-b79d-d97027f9071b.parquet\"]",
                "[[\"8a6e0804-2bd0-4672-b79d-d97027f9071b\"]]",
                "[\"8a6e0804-2bd0-4672-b79d-d97027f9071b\", \"8a6e0804-2bd0-4672-b79d-d97027f9071b\"]",
            })
    void refusesPartsThatAreNoListOfDifferentIds(String parts) {
        assertThatThrownBy(() -> read("{\"q\": \"FROM parts\", \"parts\": " + parts + "}"))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }

    @Test
    void refusesMorePartsThanTenThousand() throws Exception {
        assertThat(((Request.Query) read(parts(Request.Query.MAX_PARTS))).parts())
                .hasSize(10_000);
        assertThatThrownBy(() -> read(parts(Request.Query.MAX_PARTS + 1))).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void readsTheBodyOfAnHttpRequest() throws Exception {
        assertThat(read(http("\"{\\\"q\\\": \\\"SELECT 1\\\", \\\"limit\\\": 5}\"")))
                .isEqualTo(Request.Query.of("SELECT 1").limit(5));
        assertThat(read(http("\"{\\\"ping\\\": true}\""))).isEqualTo(new Request.Ping());
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void saysWhatABodyIsToBe(String members, String said) {
        assertThatThrownBy(() -> read(http(members)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(said);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("null", "no body. POST one. Expected a JSON object such as"),
                Arguments.of("\" \"", "no body"),
                Arguments.of("{\"q\": \"SELECT 1\"}", "no body"),
                Arguments.of("\"q=SELECT+1\"", "body is no JSON object. Expected"),
                Arguments.of("\"[1]\"", "body is no JSON object. Expected"),
                Arguments.of("\"null\"", "body is null. Expected"),
                Arguments.of("\"{}\"", "no SQL text in \"q\""),
                Arguments.of("\"{\\\"q\\\": \\\"SELECT 1\\\", \\\"queryId\\\": \\\"../x\\\"}\"", "\"queryId\""));
    }

    @Test
    void readsABodyThatCameAsBinary() throws Exception {
        String binary = http("\"eyJxIjogIlNFTEVDVCAxIn0=\"").replace("false", "true");

        assertThat(read(binary)).isEqualTo(Request.Query.of("SELECT 1"));
        assertThatThrownBy(() -> read(binary.replace("eyJx", "{}")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("no Base64");
    }

    @Test
    void readsNoBodyWithinABodyAndNothingBesideIt() {
        String within = "{\\\"requestContext\\\": {\\\"http\\\": {}}, \\\"body\\\": \\\"{}\\\"}";
        assertThatThrownBy(() -> read(http("\"" + within + "\""))).hasMessageContaining("no SQL text in \"q\"");
        assertThatThrownBy(() -> read(http("null, \"q\": \"SELECT 1\""))).hasMessageContaining("no body");
    }

    /** The example from Lambda's documentation. */
    private static String http(String body) {
        return """
                {"version": "2.0", "routeKey": "$default", "rawPath": "/", "headers": {"content-type": "text/plain"},
                 "requestContext": {"accountId": "anonymous", "http": {"method": "POST", "path": "/"}},
                 "isBase64Encoded": false, "body": %s}""".formatted(body);
    }

    private static String parts(int count) {
        return Stream.generate(UUID::randomUUID)
                .limit(count)
                .map(id -> "\"" + id + "\"")
                .collect(Collectors.joining(",", "{\"q\": \"FROM parts\", \"parts\": [", "]}"));
    }

    private static Request read(String json) throws InvalidRequestException {
        return RequestJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
