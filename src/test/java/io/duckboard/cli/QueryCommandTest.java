package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.testing.SampleEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code duckboard query} prints an answer, or says in one line why there is none. */
@Tag("process")
class QueryCommandTest {

    /** This query has more rows than fit into an answer. */
    private static final String LARGE = "SELECT range AS n, repeat('x', 100) AS pad FROM range(100000) ORDER BY n";

    @RegisterExtension
    private static final SampleEngine ENGINE = new SampleEngine();

    @TempDir
    private Path folder;

    @Test
    void printsATableAndWhatItTook() {
        CommandRun run = query("SELECT zone, location_id FROM zones ORDER BY location_id", "--limit", "2");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).startsWith("""
                 zone           │ location_id
                ────────────────┼─────────────
                 Newark Airport │           1
                 Jamaica Bay    │           2

                 round trip\s""");
        assertThat(run.out())
                .contains("\n rows         2\n", "\n truncated    at --limit 2; --out FILE writes all rows\n", "$0.0");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void printsTwentyRowsUnlessToldOtherwise() {
        assertThat(query("FROM trips", "--format", "csv").out().lines()).hasSize(21);
        assertThat(query("FROM trips", "--format", "csv", "--limit", "33").out().lines())
                .hasSize(34);
    }

    @Test
    void printsDataAloneForPrograms() {
        assertThat(query("SELECT 1 AS a, NULL AS b, '' AS c", "--format", "csv").out())
                .isEqualTo("a,b,c\n1,,\"\"\n");
        assertThat(query("SELECT 1 AS a, NULL AS b", "--json").out()).isEqualTo("[\n{\"a\":1,\"b\":null}\n]\n");
        assertThat(query("SELECT 1 AS a", "--format", "MARKDOWN").out()).isEqualTo("| a |\n| ---: |\n| 1 |\n");
    }

    @Test
    void saysBesideTheDataThatItIsCutOff() {
        CommandRun run = query("FROM trips", "--json", "--limit", "1");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).isEqualTo("The answer is cut off at --limit 1; --out FILE writes all rows.\n");
    }

    @Test
    void saysThatAnAnswerIsTooLargeForLambda() {
        CommandRun run = query(LARGE, "--json", "--limit", "100000");

        assertThat(run.err()).contains("6 MB", "--out FILE");
    }

    @Test
    void bindsParametersByTheirTypes() {
        CommandRun run = query(
                "SELECT $day + 1 AS day, $zone AS zone",
                "--param",
                "day:DATE=2019-04-01",
                "--param",
                "zone='; DROP",
                "--format",
                "csv");

        assertThat(run.out()).isEqualTo("day,zone\n2019-04-02,'; DROP\n");
    }

    @Test
    void pointsAtTheErrorInTheSql() {
        CommandRun run = query("SELECT *\nFROM tripz");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("""
                 2 │ FROM tripz
                   │      ^
                """).contains("trips");
    }

    @Test
    void stopsAQueryAtItsTimeout() {
        CommandRun run = query("SELECT count(*) FROM range(10000000) a, range(10000000) b", "--timeout", "300ms");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("0.3 s");
    }

    @Test
    void writesAWholeAnswerAsParquet() throws SQLException {
        assertThat(written("all.parquet")).isEqualTo(ExitCode.DONE);

        assertThat(count("read_parquet('%s')".formatted(folder.resolve("all.parquet"))))
                .isEqualTo(100_000);
        assertThat(folder).isDirectoryContaining("glob:**/all.parquet");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void writesAWholeAnswerAsCsv() throws IOException {
        assertThat(written("all.csv")).isEqualTo(ExitCode.DONE);

        assertThat(Files.readAllLines(folder.resolve("all.csv")))
                .hasSize(100_001)
                .startsWith("n,pad");
    }

    @Test
    void writesAWholeAnswerAsJsonLines() throws IOException {
        assertThat(written("all.jsonl")).isEqualTo(ExitCode.DONE);

        assertThat(Files.readAllLines(folder.resolve("all.jsonl")))
                .hasSize(100_000)
                .allMatch(line -> line.startsWith("{\"n\":") && line.endsWith("}"));
    }

    @Test
    void writesAWholeAnswerAsAnArray() throws SQLException, IOException {
        assertThat(written("all.json")).isEqualTo(ExitCode.DONE);

        assertThat(Files.readString(folder.resolve("all.json")))
                .startsWith("[\n{")
                .endsWith("}\n]\n");
        assertThat(count("read_json('%s', format = 'array')".formatted(folder.resolve("all.json"))))
                .isEqualTo(100_000);
    }

    @Test
    void writesAnEmptyArray() throws IOException {
        Path file = folder.resolve("none.json");

        query("FROM trips WHERE false", "--out", file.toString());

        assertThat(file).hasContent("[]");
    }

    @Test
    void leavesAFileAsItWasWhenTheQueryFails() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.csv"), "before");

        assertThat(query("FROM tripz", "--out", file.toString()).exitCode()).isEqualTo(ExitCode.FAILED);

        assertThat(file).hasContent("before");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void saysBeforeItAsksThatAFileCannotBeWritten() {
        CommandRun run =
                query("SELECT 1", "--out", folder.resolve("nowhere/x.csv").toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("There is no folder").hasLineCount(1);

        assertThat(query("SELECT 1", "--format", "csv", "--out", folder.toString())
                        .err())
                .contains("no regular file")
                .hasLineCount(1);
    }

    @Test
    void readsSqlFromAFile() throws IOException {
        Path sql = Files.writeString(folder.resolve("some.sql"), "\ufeffSELECT 42 AS n;\n-- the end\n");

        assertThat(query("--file", sql.toString(), "--format", "csv").out()).isEqualTo("n\n42\n");
    }

    @Test
    void saysThatThereIsNoSuchFileOrThatItIsNoText() throws IOException {
        CommandRun missing = query("--file", folder.resolve("no.sql").toString());
        assertThat(missing.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(missing.err()).contains("There is no file").hasLineCount(1);

        Path binary = Files.write(folder.resolve("binary.sql"), new byte[] {(byte) 0xff, 0, 1});
        assertThat(query("--file", binary.toString()).err())
                .contains("no text in UTF-8")
                .hasLineCount(1);
    }

    @Test
    void refusesInALineWhatIsNoCommandOfIts() {
        assertRefused("empty", "  ");
        assertRefused("no format. There are table, csv", "SELECT 1", "--format", "xml");
        assertRefused("NAME:TYPE=VALUE", "SELECT 1", "--param", "x");
        assertRefused("BIGINT", "SELECT 1", "--param", "x:INT=1");
        assertRefused("twice", "SELECT 1", "--param", "x=1", "--param", "x=2");
        assertRefused("from 0 up", "SELECT 1", "--limit", "-1");
        assertRefused("--limit", "SELECT 1", "--limit", "many");
        assertRefused("500ms, 30s, 2m or 1h", "SELECT 1", "--timeout", "soon");
        assertRefused("--out FILE", "SELECT 1", "--format", "parquet");
        assertRefused("names no format", "SELECT 1", "--out", "answer");
        assertRefused("not as table", "SELECT 1", "--format", "table", "--out", "answer.csv");
        assertRefused("--watch", "SELECT 1", "--watch", "1s", "--out", "answer.csv");
        assertRefused("Unknown option", "SELECT 1", "--fromat", "csv");
        assertRefused("leave out one", "SELECT 1", "--file", "some.sql");
    }

    @Test
    void saysThatTheLakesNameIsNone() {
        CommandRun run = CommandRun.of(
                Map.of("DUCKBOARD_HOME", ENGINE.home().toString()), "query", "SELECT 1", "--lake", "s3://Not_A_Bucket");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("s3://bucket/prefix").hasLineCount(1);
    }

    private int written(String name) {
        return query(LARGE, "--out", folder.resolve(name).toString()).exitCode();
    }

    private static long count(String from) throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duckdb.createStatement();
                ResultSet result = sql.executeQuery("SELECT count(DISTINCT n) FROM " + from)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void assertRefused(String reason, String... arguments) {
        CommandRun run = query(arguments);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(reason, "See duckboard query --help.").hasLineCount(1);
    }

    private static CommandRun query(String... arguments) {
        String[] line = new String[arguments.length + 1];
        line[0] = "query";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        return CommandRun.of(Map.of("DUCKBOARD_HOME", ENGINE.home().toString()), line);
    }
}
