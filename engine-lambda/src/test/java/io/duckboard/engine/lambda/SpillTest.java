package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.duckboard.engine.catalog.FormatRise;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.journal.RandomName;
import io.duckboard.engine.lake.QueryRoom;
import io.duckboard.engine.lake.ResultBounds;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that does not fit in memory is written to disk up to a limit, and nothing is left there afterwards. */
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

    @Test
    void isToldItsCapByTheFunctionsEnvironment() {
        String place = new TestLake(lake).location().toString();

        assertThat(EngineSettings.from(Map.of("DUCKBOARD_LAKE", place)).spillMegabytes())
                .isEqualTo(400);
        assertThat(EngineSettings.from(Map.of("DUCKBOARD_LAKE", place, "DUCKBOARD_SPILL_MB", "3600"))
                        .spillMegabytes())
                .isEqualTo(3_600);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EngineSettings.from(Map.of("DUCKBOARD_LAKE", place, "DUCKBOARD_SPILL_MB", "4 GB")))
                .withMessageContaining("DUCKBOARD_SPILL_MB is no number of megabytes: '4 GB'");
    }

    @Test
    void putsAsideAsMuchAsItIsTold() {
        String sorted = "SELECT hash(range) AS h, range || repeat('y', 200) AS y FROM range(1000000)"
                + " ORDER BY h, y OFFSET 999999";

        assertThat(capped(1).problem(sorted).message()).contains("temporary space");
        assertThat(capped(EngineSettings.SPILL_MEGABYTES).rows(sorted)).hasSize(1);
    }

    private InProcess capped(int megabytes) {
        LakeLocation location = new TestLake(lake).location();
        return new InProcess(new EngineSettings(
                location,
                location,
                MEGABYTES,
                megabytes,
                temporary,
                ResultBounds.UNSAID,
                Optional.empty(),
                Optional.empty(),
                FormatRise.ALLOWED,
                Optional.of(new QueryRoom(lake, RandomName.make(), Clock.systemUTC())),
                Optional.empty()));
    }

    private List<Path> spilled() throws IOException {
        try (Stream<Path> files = Files.walk(temporary)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
