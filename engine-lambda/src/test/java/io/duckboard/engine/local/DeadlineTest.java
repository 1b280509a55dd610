package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.local.testing.TestEngine;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.protocol.Stop;
import io.duckboard.engine.testing.SlowQueries;
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
import org.junit.jupiter.params.provider.FieldSource;

/** No query runs longer than its time, whatever it does, and the next one is answered. */
@Tag("process")
class DeadlineTest {

    private static final Duration FUNCTION_TIMEOUT = Duration.ofSeconds(20);

    private static TestEngine engine;

    @BeforeAll
    static void start(@TempDir Path lake) throws IOException {
        engine = TestEngine.over(new TestLake(lake).location(), 1, FUNCTION_TIMEOUT);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @ParameterizedTest
    @FieldSource("io.duckboard.engine.testing.SlowQueries#INTERRUPTIBLE")
    void interruptsAQueryAtItsDeadline(String sql) {
        Problem problem = engine.problem(Query.of(sql).limit(Integer.MAX_VALUE).timeout(Duration.ofMillis(500)));

        assertThat(problem.code()).isEqualTo(ErrorCode.TIMEOUT);
        assertThat(problem.message()).contains("0.5 s");
        assertThat(problem.hint()).isPresent();
        assertThat(engine.rows("SELECT 1")).containsExactly(List.of(1));
    }

    @Test
    void endsTheWorkerOfAQueryThatHeedsNoInterruption() {
        String error =
                engine.functionError(Query.of(SlowQueries.UNINTERRUPTIBLE).timeout(Duration.ofMillis(500)));

        assertThat(error).contains("\"errorType\":\"Runtime.ExitError\"").contains("exit status 124");
        assertThat(Stop.in(error)).hasValue(Stop.DEADLINE);
        assertThat(engine.answer(Query.of("SELECT 1")).metadata().warm()).isFalse();
    }

    @Test
    void givesAQueryNoMoreThanTheFunctionHas(@TempDir Path lake) throws IOException {
        try (TestEngine hasty = TestEngine.over(new TestLake(lake).location(), 1, Duration.ofSeconds(4))) {
            Query slow = Query.of(SlowQueries.INTERRUPTIBLE.getFirst());

            assertThat(hasty.problem(slow).code()).isEqualTo(ErrorCode.TIMEOUT);
            assertThat(hasty.problem(slow.timeout(Duration.ofHours(1))).code()).isEqualTo(ErrorCode.TIMEOUT);
        }
    }
}
