package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.local.testing.TestEngine;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An answer reports the most memory that its worker used. */
@Tag("process")
@EnabledOnOs(OS.LINUX)
class PeakMemoryTest {

    @Test
    void growsWithWhatAQueryTakes(@TempDir Path lake) throws IOException {
        try (TestEngine engine = TestEngine.over(new TestLake(lake).location(), 1, Duration.ofSeconds(30))) {
            long small = peak(engine, "SELECT 1");
            long large = peak(engine, "SELECT count(DISTINCT hash(range)) FROM range(5000000)");

            assertThat(small).isGreaterThan(10_000_000);
            assertThat(large).isGreaterThan(small + 50_000_000);
        }
    }

    private static long peak(TestEngine engine, String sql) {
        return engine.answer(Query.of(sql)).metadata().usage().peakMemoryBytes().orElseThrow();
    }
}
