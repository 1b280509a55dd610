package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.engine.testing.DuckDb;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole answer becomes a file of the lake, either with all of its rows unchanged, or not at all. */
class ExportTest {

    private static final UUID ID = UUID.fromString("8a6e0804-2bd0-4672-b79d-d97027f9071a");
    private static final Export CSV = new Export.Csv(Export.Escape.NONE);

    @TempDir
    private Path folder;

    private InProcess engine;

    @BeforeEach
    void open(@TempDir Path temporary) {
        engine = new InProcess(new TestLake(folder).table("numbers", "SELECT range AS n FROM range(1000)"), temporary);
    }

    static Stream<Export> formats() {
        return Stream.of(new Export.Parquet(), CSV, new Export.Csv(Export.Escape.SPREADSHEET), new Export.JsonLines());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void showsNoOtherUserOfTheMachineWhatIsWritten(Export format) throws IOException {
        ResultFile file = engine.exported(
                        Request.Query.of("FROM numbers").queryId(ID).into(format))
                .file();

        Path written = folder.resolve(file.path());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written.getParent())))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void writesAllRowsWhateverTheLimit(Export format) throws IOException {
        Answer.Exported answer = engine.exported(Request.Query.of("SELECT n FROM numbers ORDER BY n DESC")
                .queryId(ID)
                .into(format));

        assertThat(answer.file().path())
                .matches("_duckboard/results/[0-9a-f-]{36}\\." + format.extension())
                .doesNotContain(ID.toString());
        assertThat(answer.file().rows()).isEqualTo(1000);
        assertThat(answer.file().bytes())
                .isEqualTo(Files.size(folder.resolve(answer.file().path())));
        assertThat(answer.metadata().rowCount()).isEqualTo(1000);
        assertThat(answer.metadata().truncated()).isEqualTo(Truncation.NONE);
        assertThat(answer.metadata().columns()).containsExactly(new Column("n", "BIGINT"));
        assertThat(DuckDb.rows("SELECT n FROM '" + folder.resolve(answer.file().path()) + "'"))
                .hasSize(1000)
                .startsWith(List.of("999"))
                .endsWith(List.of("0"));
        assertThat(TestLake.staged(folder)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void bindsParameters(Export format) {
        Answer.Exported answer =
                engine.exported(Request.Query.of("SELECT n, $name AS name FROM numbers WHERE n < $most")
                        .parameters(Map.of(
                                "most", new Parameter(Parameter.Type.BIGINT, "3"),
                                "name", new Parameter(Parameter.Type.VARCHAR, "x'y")))
                        .into(format));

        assertThat(DuckDb.rows("SELECT * FROM '" + folder.resolve(answer.file().path()) + "'"))
                .containsExactly(List.of("0", "x'y"), List.of("1", "x'y"), List.of("2", "x'y"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DESCRIBE numbers",
                "SUMMARIZE numbers",
                "SHOW TABLES",
                "VALUES (1)",
                "FROM numbers LIMIT 1;",
                "WITH one AS (SELECT 1) FROM one",
                "SELECT 1 -- one",
                "SELECT 1; -- one",
                "/* one */ SELECT ';' ; ;",
                "(SELECT 1)",
                "SELECT 1 UNION ALL SELECT 2 ORDER BY 1 LIMIT 1",
                "PIVOT (SELECT 1 AS k, 2 AS v) ON k IN (1) USING sum(v)",
            })
    void writesEveryStatementThatReads(String sql) {
        assertThat(engine.exported(Request.Query.of(sql).into(CSV)).file().rows())
                .isPositive();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void givesColumnsOfOneNameNames(Export format) {
        Answer.Exported answer =
                engine.exported(Request.Query.of("SELECT 1 AS a, 2 AS a").into(format));

        assertThat(DuckDb.rows(
                        "SELECT a, a_1 FROM '" + folder.resolve(answer.file().path()) + "'"))
                .containsExactly(List.of("1", "2"));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void refusesWhatNoQueryMayDo(Export format) {
        for (String sql : List.of(
                "SELECT 1) TO 'x.csv'; --",
                "COPY (SELECT 1) TO 'x.csv'",
                "SELECT * FROM read_text('" + folder + "/_duckboard/results/x.csv')")) {
            assertThat(engine.problem(Request.Query.of(sql).into(format)).code())
                    .as(sql)
                    .isIn(ErrorCode.NOT_ALLOWED, ErrorCode.SYNTAX);
        }
        assertThat(folder.resolve("_duckboard/results")).isEmptyDirectory();
    }

    @Test
    void keepsAnswersFromOtherQueries() {
        String name = engine.exported(Request.Query.of("SELECT 1 AS n").into(new Export.Parquet()))
                .file()
                .path()
                .replaceFirst(".*/", "");

        for (String place : List.of("_duckboard/results", "_duckboard/staging")) {
            for (String file : List.of(name, "*.parquet")) {
                String path = folder.resolve(place) + "/" + file;
                assertThat(engine.problem("SELECT * FROM read_parquet('" + path + "')")
                                .code())
                        .isEqualTo(ErrorCode.NOT_ALLOWED);
                assertThat(engine.problem("SELECT * FROM '" + path + "'").code())
                        .isEqualTo(ErrorCode.NOT_ALLOWED);
            }
        }
        assertThat(engine.rows("SELECT count(*) FROM numbers")).containsExactly(List.of(1000));
        assertThat(engine.rows("SHOW TABLES")).containsExactly(List.of("numbers"));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void leavesNothingOfAQueryThatFailsInItsMidst(Export format) {
        assertThat(engine.problem(Request.Query.of(
                                        "SELECT CASE WHEN range < 900000 THEN range ELSE error('late') END AS n FROM range(1000000)")
                                .into(format))
                        .message())
                .contains("late");

        assertThat(folder.resolve("_duckboard/results")).isEmptyDirectory();
        assertThat(TestLake.staged(folder)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void placesAnErrorInTheCallersText(Export format) {
        var problem = engine.problem(Request.Query.of("SELECT nn FROM numbers").into(format));

        assertThat(problem.code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
        assertThat(problem.position()).hasValue(7);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void saysThatTheLakeCannotBeWritten(Export format) throws IOException {
        Files.createFile(folder.resolve("_duckboard"));

        var problem = engine.problem(Request.Query.of("SELECT 1").into(format));

        assertThat(problem.code()).isEqualTo(ErrorCode.LAKE_UNAVAILABLE);
        assertThat(problem.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("_duckboard"));
    }

    @Test
    void saysThatAPlanIsNoTable() {
        var problem = engine.problem(Request.Query.of("EXPLAIN SELECT 1").into(CSV));

        assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(engine.exported(Request.Query.of("EXPLAIN SELECT 1").into(new Export.JsonLines()))
                        .file()
                        .rows())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PIVOT numbers ON n % 2 USING count(*)",
                "PIVOT numbers ON n % 2 USING count(*); -- two columns",
                "WITH few AS (FROM numbers) PIVOT few ON n % 2 USING count(*)"
            })
    void writesAPivotOfUnnamedColumnsAsLinesAlone(String sql) {
        for (Export format : List.of(new Export.Parquet(), CSV)) {
            var problem = engine.problem(Request.Query.of(sql).into(format));

            assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
            assertThat(problem.message())
                    .isEqualTo("A PIVOT that finds its columns in the data cannot be written as " + format.extension()
                            + ".");
            assertThat(problem.hint())
                    .hasValueSatisfying(hint -> assertThat(hint).contains("IN (", "jsonl"));
        }
        var lines = engine.exported(Request.Query.of(sql).into(new Export.JsonLines()));
        assertThat(folder.resolve(lines.file().path())).hasContent("{\"0\":500,\"1\":500}");
    }
}
