package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.protocol.RowFormat;
import io.duckboard.engine.testing.TestLake;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that broke off are never shown as if they were complete. */
class StreamEndTest {

    private static final int ALL = 1_000_000;

    private InProcess engine;

    @BeforeEach
    void open(@TempDir Path lake, @TempDir Path temporary) {
        engine = new InProcess(new TestLake(lake), temporary);
    }

    @Test
    void tellsTheErrorThatEndedTheRows() {
        Problem problem =
                problem("SELECT CASE WHEN a = 290000 THEN error('too far') ELSE a END FROM range(300000) t(a)");

        assertThat(problem.message()).contains("too far");
    }

    @Test
    void pointsAtThePlaceOfTheErrorThatEndedTheRows() {
        String sql = "SELECT CASE WHEN a = 290000 THEN 'x' ELSE a::VARCHAR END::INT FROM range(300000) t(a)";
        Problem problem = problem(sql);

        assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(problem.position()).hasValue(sql.indexOf("::INT "));
    }

    /** The reason is found by running the query once more, with the same values. */
    @Test
    void tellsTheErrorThatEndedTheRowsOfAQueryWithParameters() {
        Query query = query("SELECT CASE WHEN a = $last THEN error($words) ELSE a END FROM range(300000) t(a)")
                .parameters(Map.of(
                        "last", new Parameter(Parameter.Type.BIGINT, "290000"),
                        "words", new Parameter(Parameter.Type.VARCHAR, "too far")));

        assertThat(problem(query).message()).contains("too far");
    }

    @Test
    void answersTheNextQueryAfterRowsThatBrokeOff() {
        problem("SELECT CASE WHEN a = 290000 THEN error('too far') ELSE a END FROM range(300000) t(a)");

        assertThat(engine.rows("SELECT 1")).hasSize(1);
    }

    @Test
    void takesWholeRowsForWhole() {
        assertThat(engine.rows(query("FROM range(300000)")).rows()).hasSize(300_000);
    }

    private Problem problem(String sql) {
        return problem(query(sql));
    }

    private Problem problem(Query query) {
        return switch (engine.ask(query)) {
            case Answer.Exported exported -> throw new AssertionError("written: " + exported.file());
            case Answer.Unchanged unchanged -> throw new AssertionError("unchanged");
            case Answer.Failed failed -> failed.problem();
            case Answer.Rows rows ->
                throw new AssertionError("answered " + rows.metadata().rowCount() + " rows");
        };
    }

    private static Query query(String sql) {
        return Query.of(sql).format(RowFormat.ROWS).limit(ALL);
    }
}
