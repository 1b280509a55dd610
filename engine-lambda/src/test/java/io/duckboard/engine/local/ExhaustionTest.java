package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.local.testing.TestEngine;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query that needs more resources than there are fails, and no other query does. */
@Tag("process")
class ExhaustionTest {

    private static TestEngine engine;

    @BeforeAll
    static void start(@TempDir Path lake) throws IOException {
        engine = TestEngine.over(new TestLake(lake).location(), 1, Duration.ofSeconds(60));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT repeat('x', 1000000) FROM range(100000)",
                "SELECT repeat('x', 1000000) AS x, range FROM range(100000) ORDER BY x || range",
                "SELECT list(repeat(range::VARCHAR, 100000)) FROM range(100000)",
                "SELECT string_agg(repeat('x', 1000000), '') FROM range(100000)",
                "SELECT length(repeat(repeat('x', 1000000), 4000))",
                "SELECT max(length(lpad(range::VARCHAR, 2000000000, 'x'))) FROM range(1000)",
                "SELECT max(length(format('{:>2000000000}', range))) FROM range(1000)",
                "SELECT repeat('x', 300000000)",
                "SELECT list(range) FROM range(100000000)",
                "SELECT count(DISTINCT hash(range)::VARCHAR || range) FROM range(100000000)",
                "SELECT hash(range) AS h, range AS r, repeat('y', 100) || range AS y FROM range(50000000) ORDER BY h,"
                        + " y",
                "SELECT CASE WHEN range > 200000 THEN repeat(range::VARCHAR, 300000000) ELSE 'x' END AS c FROM"
                        + " range(300000)",
            })
    void losesTheQueryAndAnswersTheNext(String sql) {
        Problem problem = engine.problem(Query.of(sql).limit(Integer.MAX_VALUE));

        assertThat(problem.code()).isEqualTo(ErrorCode.OUT_OF_MEMORY);
        assertThat(problem.hint()).isPresent();
        assertThat(problem.message() + problem.hint()).doesNotContain("SET ").doesNotContain("/");
        assertThat(engine.rows("SELECT sum(range) FROM range(1000)")).containsExactly(List.of(499500));
    }

    @Test
    void leavesOutARowThatIsWiderThanAnAnswer() {
        var answer = engine.answer(Query.of("SELECT repeat('x', 20000000)"));

        assertThat(answer.metadata().truncated()).isEqualTo(Truncation.SIZE);
        assertThat(answer.rows()).isEmpty();
    }
}
