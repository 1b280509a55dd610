package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.protocol.RowFormat;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.engine.testing.TestLake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The handler takes one SELECT and returns its rows or a reason. */
class QueryHandlerTest {

    private TestLake lake;
    private InProcess engine;

    @BeforeEach
    void open(@TempDir Path folder, @TempDir Path temporary) {
        lake = new TestLake(folder).table("numbers", "SELECT range AS n, 'row ' || range AS text FROM range(100)");
        engine = new InProcess(lake, temporary);
    }

    @Test
    void answersWithRecordsByDefault() {
        assertThat(engine.text("{\"q\": \"SELECT n, text FROM numbers ORDER BY n LIMIT 2\"}"))
                .endsWith("\"data\":{\"records\":[{\"n\":0,\"text\":\"row 0\"},{\"n\":1,\"text\":\"row 1\"}]}}");
    }

    @Test
    void saysWhatTheAnswerIs() {
        var metadata = engine.rows(Query.of("SELECT n FROM numbers")).metadata();

        assertThat(metadata.query()).isEqualTo("SELECT n FROM numbers");
        assertThat(metadata.columns()).containsExactly(new Column("n", "BIGINT"));
        assertThat(metadata.rowCount()).isEqualTo(20);
        assertThat(metadata.eventId()).isEqualTo("test-request");
        assertThat(metadata.engine()).contains("DuckDB v1.5.5");
        assertThat(metadata.catalogVersion()).isNotEmpty();
    }

    @Test
    void isColdOnceAndWarmThereafter() {
        assertThat(engine.rows(Query.of("SELECT 1")).metadata().warm()).isFalse();
        assertThat(engine.rows(Query.of("SELECT 1")).metadata().warm()).isTrue();
    }

    @Test
    void stopsAtTheLimitAndSaysSo() {
        Answer.Rows answer = engine.rows(Query.of("SELECT n FROM numbers").limit(7));

        assertThat(answer.rows()).hasSize(7);
        assertThat(answer.metadata().truncated()).isEqualTo(Truncation.LIMIT);
    }

    @Test
    void saysNothingIsMissingWhenTheLimitIsJustReached() {
        Answer.Rows answer = engine.rows(Query.of("SELECT n FROM numbers").limit(100));

        assertThat(answer.rows()).hasSize(100);
        assertThat(answer.metadata().truncated()).isEqualTo(Truncation.NONE);
    }

    @Test
    void readsNoMoreThanTheLimitOfAnEndlessAnswer() {
        assertThat(engine.rows(Query.of("SELECT * FROM range(1000000000000)").limit(3))
                        .rows())
                .hasSize(3);
    }

    @Test
    void stopsBelowLambdasSizeAndSaysSo() {
        Query wide =
                Query.of("SELECT repeat('x', 100000) AS text FROM range(1000)").limit(1000);

        byte[] answer = engine.send("{\"q\": \"" + wide.sql() + "\", \"limit\": 1000}");

        assertThat(answer.length).isBetween(6_000_000, 6 * 1024 * 1024);
        assertThat(engine.rows(wide).metadata().truncated()).isEqualTo(Truncation.SIZE);
    }

    @Test
    void keepsColumnsThatShareAName() {
        assertThat(engine.text("{\"q\": \"SELECT 1 AS a, 2 AS a, 3 AS a_1, 4 AS a\"}"))
                .endsWith("{\"records\":[{\"a\":1,\"a_2\":2,\"a_1\":3,\"a_3\":4}]}}");
        assertThat(engine.rows(Query.of("SELECT 1 AS a, 2 AS a").format(RowFormat.ROWS))
                        .rows())
                .containsExactly(List.of(1, 2));
    }

    @Test
    void answersWithColumnsWhenThereAreNoRows() {
        Answer.Rows answer = engine.rows(Query.of("SELECT n FROM numbers WHERE n < 0"));

        assertThat(answer.rows()).isEmpty();
        assertThat(answer.metadata().columns()).hasSize(1);
    }

    @Test
    void answersAPing() {
        assertThat(engine.text("{\"ping\": true}")).isEqualTo("{\"pong\":true,\"format\":3}");
    }

    @Test
    void answersAFunctionUrlWithWhatLambdaTakesForTheBody() {
        assertThat(engine.text("{\"version\": \"2.0\", \"requestContext\": {\"http\": {\"method\": \"POST\"}},"
                        + " \"body\": \"{\\\"q\\\": \\\"SELECT 200 AS statusCode\\\"}\", \"isBase64Encoded\": false}"))
                .startsWith("{\"metadata\":{")
                .endsWith("\"data\":{\"records\":[{\"statusCode\":200}]}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "null",
                "\"SELECT 1\"",
                "{",
                "",
                "{}",
                "{\"q\": null}",
                "{\"q\": 1}",
                "{\"q\": \" \"}",
                "{\"q\": \"SELECT 1\", \"limit\": -1}",
                "{\"q\": \"SELECT 1\", \"limit\": \"ten\"}",
                "{\"q\": \"SELECT 1\", \"limit\": null}",
                "{\"q\": \"SELECT 1\", \"limit\": 1.5}",
                "{\"q\": \"SELECT 1\", \"format\": \"xml\"}",
                "{\"q\": \"SELECT 1\", \"timeoutMs\": 0}",
                "{\"q\": \"SELECT 1\", \"queryId\": \"../../x\"}",
                "{\"q\": \"SELECT 1\", \"queryId\": \"1-1-1-1-1\"}",
            })
    void refusesAMalformedRequest(String event) {
        assertThat(engine.text(event)).startsWith("{\"errorMessage\":\"").contains("\"code\":\"INVALID_REQUEST\"");
    }

    @Test
    void takesNoMoreSqlThanAQuarterOfAMegabyte() {
        assertThat(engine.problem("SELECT '" + "x".repeat(256 * 1024) + "'").code())
                .isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    @Test
    void pointsAtASyntaxError() {
        var problem = engine.problem("SELECT '😀é', n FROM FROM numbers");

        assertThat(problem.code()).isEqualTo(ErrorCode.SYNTAX);
        assertThat(problem.position()).hasValue("SELECT '😀é', n FROM ".length());
    }

    @Test
    void pointsAtAnUnknownColumnAndSaysWhatWasMeant() {
        var problem = engine.problem("SELECT '😀é', tex FROM numbers");

        assertThat(problem.code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
        assertThat(problem.position()).hasValue("SELECT '😀é', ".length());
        assertThat(problem.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("text"));
        assertThat(problem.message()).doesNotContain("\n").doesNotContain("Attempting");
    }

    @Test
    void followsTheCatalogWithoutARestart() {
        assertThat(engine.problem("FROM letters").code()).isEqualTo(ErrorCode.UNKNOWN_NAME);

        lake.table("letters", "SELECT 'a' AS letter");

        assertThat(engine.rows("FROM letters")).containsExactly(List.of("a"));
    }

    @Test
    void readsPartitionsWithTheirTypes() {
        lake.partitioned("days", "SELECT DATE '2019-04-01' + range::INTEGER AS day, range AS n FROM range(3)", "day");

        assertThat(engine.rows("SELECT n, day FROM days WHERE day > DATE '2019-04-02'"))
                .containsExactly(List.of(2, "2019-04-03"));
    }

    @Test
    void readsTheOtherTablesWhenAFileIsMissing() {
        lake.table("gone", List.of("dataset/gone.parquet"), List.of(), List.of());

        assertThat(engine.problem("FROM gone").code()).isEqualTo(ErrorCode.FILE_MISSING);
        assertThat(engine.rows("SELECT count(*) FROM numbers")).containsExactly(List.of(100));
    }

    @Test
    void saysWhichTableIsDamaged() throws Exception {
        Files.writeString(lake.root().resolve("dataset/bad.parquet"), "this is no Parquet file at all");
        lake.table("bad", List.of("dataset/bad.parquet"), List.of(), List.of());

        var problem = engine.problem("FROM bad");

        assertThat(problem.code()).isEqualTo(ErrorCode.FILE_DAMAGED);
        assertThat(problem.message()).contains("bad").doesNotContain(lake.root().toString());
    }

    @Test
    void saysThatTheCatalogIsDamaged() throws Exception {
        Files.writeString(lake.root().resolve("catalog.json"), "{ \"version\": 1, \"tab");

        assertThat(engine.problem("SELECT 1").code()).isEqualTo(ErrorCode.LAKE_UNAVAILABLE);
    }

    @Test
    void discoversTheTablesOfALakeWithoutACatalog() throws Exception {
        lake.partitioned("days", "SELECT DATE '2019-04-01' + range::INTEGER AS day, range AS n FROM range(3)", "day");
        Files.copy(lake.root().resolve("dataset/numbers.parquet"), lake.root().resolve("at-the-top.parquet"));
        Files.delete(lake.root().resolve("catalog.json"));

        assertThat(engine.rows("SHOW TABLES"))
                .containsExactly(List.of("at_the_top"), List.of("days"), List.of("numbers"));
        assertThat(engine.rows("SELECT count(*) FROM at_the_top")).containsExactly(List.of(100));
        assertThat(engine.rows("SELECT n FROM days WHERE day = DATE '2019-04-03'"))
                .containsExactly(List.of(2));
    }

    @Test
    void saysThatTheLakeIsNotThere(@TempDir Path temporary) {
        var nowhere = new InProcess(new TestLake(lake.root().resolve("nowhere")), temporary);

        assertThat(nowhere.problem("SELECT 1").code()).isEqualTo(ErrorCode.LAKE_UNAVAILABLE);
    }

    @Test
    void readsNothingOutsideTheLake() {
        assertThat(engine.problem("FROM read_text('/etc/passwd')").code()).isEqualTo(ErrorCode.NOT_ALLOWED);
    }

    @Test
    void readsNoOneElsesAnswers() throws Exception {
        Files.createDirectories(lake.root().resolve("_duckboard/results"));
        Files.writeString(lake.root().resolve("_duckboard/results/theirs.csv"), "secret\n1\n");

        assertThat(engine.problem("FROM read_csv('" + lake.root() + "/_duckboard/results/theirs.csv')")
                        .code())
                .isEqualTo(ErrorCode.NOT_ALLOWED);
    }
}
