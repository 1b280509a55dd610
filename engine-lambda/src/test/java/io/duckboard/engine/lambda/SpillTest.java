package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does not fit in memory goes to disk, so far and no farther, and leaves nothing there. */
class SpillTest {

    private static final int MEGABYTES = 256;

    @TempDir
    Path lake;

    @TempDir
    Path temporary;

    @Test
    void stopsAtItsCapAndCleansUp() throws IOException {
        var engine = new InProcess(
                new EngineSettings(new TestLake(lake).location(), MEGABYTES, temporary, Optional.empty()));

        var problem = engine.problem(
                "SELECT hash(range) AS h, range || repeat('y', 200) AS y FROM range(20000000) ORDER BY h, y OFFSET 9000000");

        assertThat(problem.code()).isEqualTo(ErrorCode.OUT_OF_MEMORY);
        assertThat(problem.message()).contains("temporary space");
        assertThat(problem.hint()).isPresent();
        assertThat(spilled()).isEmpty();
        assertThat(engine.rows("SELECT 1")).containsExactly(List.of(1));
    }

    private List<Path> spilled() throws IOException {
        try (Stream<Path> files = Files.walk(temporary)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
