package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.testing.TestLake;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller who holds an answer is told whether it is still right, and gets another one only if it is not. */
abstract class UnlessContract {

    private static final String SUM = "SELECT sum(n)::BIGINT FROM numbers";

    @TempDir
    Path folder;

    @TempDir
    Path temporary;

    private TestLake lake;
    private InProcess engine;

    /** Makes the folder's files those of the lake. */
    abstract void publish();

    abstract InProcess engine();

    @BeforeEach
    void open() {
        lake = new TestLake(folder)
                .table("numbers", "SELECT range AS n FROM range(1000)")
                .table("letters", "SELECT 'a' AS letter");
        lake.asWritten();
        publish();
        engine = engine();
    }

    @Test
    void doesNotAnswerAgainWhatHasNotChanged() {
        String version = version(SUM);

        assertThat(ask(SUM, version)).isInstanceOf(Answer.Unchanged.class);
    }

    @Test
    void answersAgainOnceAnotherCatalogIsPublished() {
        String version = version(SUM);
        lake.table("numbers", "SELECT range AS n FROM range(10)").asWritten();
        publish();

        assertThat(rows(ask(SUM, version))).containsExactly(List.of(45));
    }

    @Test
    void answersAgainOnceAFileOfOthersHasChanged() {
        lake.table("numbers", "SELECT range AS n FROM range(10)");
        publish();
        String version = version(SUM);
        assertThat(ask(SUM, version)).isInstanceOf(Answer.Unchanged.class);

        // The catalog stays the same: its record of the file has no version.
        lake.table("numbers", "SELECT range + 1 AS n FROM range(10)");
        publish();

        assertThat(rows(ask(SUM, version))).containsExactly(List.of(55));
        assertThat(ask(SUM, version(SUM))).isInstanceOf(Answer.Unchanged.class);
    }

    @Test
    void confirmsNothingOfATableByAQueryThatReadsNone() {
        assertThat(version("SELECT 1 + 1")).isNotEqualTo(version(SUM));
        assertThat(ask("SELECT 1 + 1", version("SELECT 1 + 1"))).isInstanceOf(Answer.Unchanged.class);
    }

    @Test
    void answersAnUnknownVersionAsIfThereWereNone() {
        assertThat(rows(ask(SUM, "0123456789abcdef"))).containsExactly(List.of(499500));
    }

    @Test
    void tellsNoVersionToACallerWhoDoesNotAsk() {
        assertThat(engine.rows(Request.Query.of(SUM)).metadata().version()).isEmpty();
    }

    @Test
    void takesValuesOfParametersAsPartOfTheQuery() {
        Request.Query query = Request.Query.of("SELECT count(*) FROM numbers WHERE n < $n")
                .parameters(Map.of("n", new Parameter(Parameter.Type.BIGINT, "7")))
                .unless("");

        String version = engine.rows(query).metadata().version().orElseThrow();

        assertThat(engine.ask(query.unless(version))).isInstanceOf(Answer.Unchanged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT now(), n FROM numbers",
                "SELECT current_date FROM numbers",
                "SELECT CURRENT_TIMESTAMP",
                "SELECT age(TIMESTAMP '2019-04-01') FROM numbers",
                "SELECT random() FROM numbers",
                "SELECT n FROM numbers ORDER BY random()",
                "SELECT uuid() FROM numbers",
                "SELECT n FROM numbers WHERE n < (SELECT extract(year FROM today()))",
                "SELECT list_transform([1], x -> x + random()) FROM numbers",
                "WITH a AS (SELECT get_current_timestamp() AS t) SELECT t FROM a, numbers",
                "SELECT n FROM numbers USING SAMPLE 3",
                "SELECT n FROM numbers TABLESAMPLE 10%",
                "SELECT approx_quantile(n, 0.5) FROM numbers",
                "SELECT version()",
                "SELECT current_user",
                "SHOW TABLES",
                "SELECT count(*) FROM duckdb_tables",
                "SELECT count(*) FROM pg_class",
                "DESCRIBE numbers",
                "SUMMARIZE numbers",
                "EXPLAIN SELECT n FROM numbers",
                "EXPLAIN ANALYZE SELECT n FROM numbers",
                "SELECT table_name FROM information_schema.tables",
                "SELECT table_name FROM duckdb_tables()",
            })
    void letsNobodyHoldWhatMayBeOtherwiseAtAnyTime(String sql) {
        assertThat(engine.rows(Request.Query.of(sql).unless("")).metadata().version())
                .isEmpty();
        assertThat(ask(sql, "x")).isInstanceOf(Answer.Rows.class);
    }

    @Test
    void letsNobodyHoldWhatIsReadFromAFileByItsPath() {
        String sql = "FROM read_parquet('" + place() + "/dataset/letters.parquet')";

        assertThat(engine.rows(Request.Query.of(sql).unless("")).metadata().version())
                .isEmpty();
    }

    abstract String place();

    private Answer ask(String sql, String version) {
        return engine.ask(Request.Query.of(sql).unless(version));
    }

    private String version(String sql) {
        Optional<String> version =
                engine.rows(Request.Query.of(sql).unless("")).metadata().version();
        assertThat(version).isPresent();
        return version.get();
    }

    private static List<List<Object>> rows(Answer answer) {
        return switch (answer) {
            case Answer.Rows rows -> List.copyOf(rows.rows());
            default -> throw new AssertionError(answer.toString());
        };
    }
}
