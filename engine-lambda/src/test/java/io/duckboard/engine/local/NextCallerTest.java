package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.local.testing.TestEngine;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.testing.Attack;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The memory that a query has used is available again to the next caller. */
@Attack("A query takes all memory, so that the next caller's fails")
@Tag("process")
@EnabledOnOs(OS.LINUX)
class NextCallerTest {

    /** Half a gigabyte more than an engine starts with. Each processor's thread adds to what it starts with. */
    private static final int MEMORY_MB =
            1_500 + 20 * Math.max(0, Runtime.getRuntime().availableProcessors() - 2);

    private TestEngine engine;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        var lake = new TestLake(folder);
        // Threads make their views in parallel.
        for (int table = 0; table < 8; table++) {
            lake.table("t" + table, "SELECT " + table + " AS n");
        }
        engine = TestEngine.over(lake.location(), 1, Duration.ofSeconds(60), MEMORY_MB);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void isAnsweredAfterAQueryThatFilledTheMemory() {
        for (int time = 0; time < 2; time++) {
            assertThat(engine.problem(Query.of(
                                    "SELECT * FROM range(200000000) t(i) ORDER BY hash(i) DESC, i OFFSET 100000000"))
                            .code())
                    .isEqualTo(ErrorCode.OUT_OF_MEMORY);
            assertThat(engine.rows("SELECT 1")).containsExactly(List.of(1));
            assertThat(engine.rows("SELECT n FROM t7")).containsExactly(List.of(7));
        }
    }

    @Test
    void hasAnotherWorkerAfterAQueryThatLeftLittleMemory() {
        engine.rows("SELECT 1");
        long first = worker();

        engine.rows("SELECT 1");
        assertThat(worker()).isEqualTo(first);

        engine.rows("SELECT i FROM range(12000000) t(i) ORDER BY hash(i) DESC, i OFFSET 11999999");
        assertThat(engine.rows("SELECT 1")).containsExactly(List.of(1));
        assertThat(worker()).isNotEqualTo(first);
    }

    private static long worker() {
        List<ProcessHandle> workers = ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .toList();
        assertThat(workers).hasSize(1);
        return workers.getFirst().pid();
    }
}
