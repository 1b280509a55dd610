package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query reads the whole answers that it names as its table parts, and no other query can. */
class PartsTest {

    private static final UUID NOBODYS = UUID.fromString("8a6e0804-2bd0-4672-b79d-d97027f90713");

    @TempDir
    private Path folder;

    private TestLake lake;
    private InProcess engine;
    private UUID one;
    private UUID two;

    @BeforeEach
    void open(@TempDir Path temporary) {
        lake = new TestLake(folder).table("numbers", "SELECT range AS n FROM range(1000)");
        engine = new InProcess(lake, temporary);
        one = write("SELECT n % 3 AS k, count(*) AS counts FROM numbers WHERE n < 500 GROUP BY k");
        two = write("SELECT n % 3 AS k, count(*) AS counts FROM numbers WHERE n >= 500 GROUP BY k");
    }

    @Test
    void addUpToTheWhole() {
        assertThat(engine.rows(over("SELECT k, sum(counts) FROM parts GROUP BY k ORDER BY k", one, two))
                        .rows())
                .containsExactly(List.of(0, 334), List.of(1, 333), List.of(2, 333));
    }

    @Test
    void meetTheTablesOfTheLakeAndParameters() {
        var query = over("SELECT count(*) FROM parts JOIN numbers ON n = k WHERE k < $most", one, two)
                .parameters(Map.of("most", new Parameter(Parameter.Type.BIGINT, "2")));

        assertThat(engine.rows(query).rows()).containsExactly(List.of(4));
    }

    @Test
    void mayLackColumnsThatOthersHave() {
        UUID other = write("SELECT 'x' AS more, 7 AS k");

        assertThat(engine.rows(over("SELECT k, counts, more FROM parts ORDER BY more NULLS LAST LIMIT 1", one, other))
                        .rows()
                        .getFirst())
                .containsExactly(7, null, "x");
    }

    @Test
    void becomeAWholeAnswerThemselves() {
        Answer.Exported answer = engine.exported(
                over("SELECT sum(counts) AS n FROM parts", one, two).into(new Export.Parquet()));

        assertThat(answer.file().rows()).isEqualTo(1);
        assertThat(engine.rows(over(
                                "SELECT n::INTEGER FROM parts", answer.file().part()))
                        .rows())
                .containsExactly(List.of(1000));
    }

    @Test
    void areGoneWithTheirQuery() {
        engine.rows(over("FROM parts", one));

        assertThat(engine.problem("FROM parts").code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
        assertThat(engine.problem("FROM temp.parts").code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
        assertThat(engine.rows("SHOW TABLES")).containsExactly(List.of("numbers"));
        assertThat(TestLake.staged(folder)).isEmpty();
        assertThat(folder.resolve("_duckboard/results").toFile().list()).hasSize(2);
    }

    @Test
    void areGoneWithAQueryThatFails() {
        assertThat(engine.problem(over("SELECT error('no') FROM parts", one)).message())
                .contains("no");
        assertThat(engine.problem(over("COPY parts TO 'x.csv'", one)).code()).isEqualTo(ErrorCode.NOT_ALLOWED);

        assertThat(TestLake.staged(folder)).isEmpty();
        assertThat(engine.problem("FROM parts").code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
    }

    @Test
    void hideATableOfTheLakeFromTheirQueryAlone() {
        lake.table("parts", "SELECT 'the lake''s' AS whose");

        assertThat(engine.rows("SELECT whose FROM parts")).containsExactly(List.of("the lake's"));
        assertThat(engine.rows(over("SELECT count(*) FROM parts", one)).rows()).containsExactly(List.of(3));
        assertThat(engine.rows("SELECT whose FROM parts")).containsExactly(List.of("the lake's"));
    }

    @Test
    void areToldByNameWhenTheyAreMissing() {
        Problem problem = engine.problem(over("FROM parts", one, NOBODYS));

        assertThat(problem.code()).isEqualTo(ErrorCode.FILE_MISSING);
        assertThat(problem.message()).isEqualTo("File _duckboard/results/" + NOBODYS + ".parquet is not there.");
        assertThat(problem.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("lives for a day"));
        assertThat(TestLake.staged(folder)).isEmpty();
    }

    @Test
    void areParquet() throws IOException {
        String lines = engine.exported(Request.Query.of("SELECT 1").into(new Export.JsonLines()))
                .file()
                .path()
                .replaceFirst(".*/(.*)\\.jsonl", "$1");
        assertThat(engine.problem(over("FROM parts", UUID.fromString(lines))).code())
                .isEqualTo(ErrorCode.FILE_MISSING);

        Files.writeString(folder.resolve("_duckboard/results/" + NOBODYS + ".parquet"), "no Parquet at all");
        Problem problem = engine.problem(over("FROM parts", NOBODYS));
        assertThat(problem.code()).isEqualTo(ErrorCode.FILE_DAMAGED);
        assertThat(problem.message()).doesNotContain(folder.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM '%s/_duckboard/results/8a6e0804-2bd0-4672-b79d-d97027f90712.parquet'",
                "FROM read_parquet('%s/_duckboard/results/*.parquet')",
                "FROM read_parquet('%s/_duckboard/staging/*.parquet')",
                "FROM glob('%s/_duckboard/staging/*')",
                "SELECT * FROM parts, read_parquet('%s/_duckboard/results/8a6e0804-2bd0-4672-b79d-d97027f90711.parquet')",
                "FROM query('FROM parts')",
                "CREATE TABLE parts AS SELECT 1",
                "DROP VIEW parts",
            })
    void openNoOtherAnswer(String sql) {
        assertThat(engine.problem(over(sql.formatted(folder), one)).code()).isEqualTo(ErrorCode.NOT_ALLOWED);
    }

    @Test
    void leaveErrorsAtTheirPlace() {
        Problem problem = engine.problem(over("FROM unknown", one));

        assertThat(problem.code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
        assertThat(problem.position()).hasValue(5);
    }

    private static Request.Query over(String sql, UUID... parts) {
        return Request.Query.of(sql).parts(List.of(parts));
    }

    private UUID write(String sql) {
        return engine.exported(Request.Query.of(sql).into(new Export.Parquet()))
                .file()
                .part();
    }
}
