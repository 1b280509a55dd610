package io.duckboard.client;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.trace.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** If an engine cannot start, one sentence says why, and what to do about it. */
class QueryConfigurationTest {

    @TempDir
    private Path folder;

    @Test
    void saysThatTheLakesNameIsNone() {
        assertThatExceptionOfType(EngineUnavailableException.class)
                .isThrownBy(() -> start(folder, "s3://Not_A_Bucket"))
                .withMessageContaining("Not_A_Bucket")
                .withMessageContaining("s3://bucket/prefix");
    }

    @Test
    void saysThatTheHomeCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThatExceptionOfType(EngineUnavailableException.class)
                .isThrownBy(() -> start(file, file.resolve("lake").toString()))
                .withMessageContaining("DUCKBOARD_HOME");
    }

    private static void start(Path home, String lake) {
        new QueryConfiguration()
                .queryEngine(
                        new QuerySettings(
                                home,
                                lake,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Duration.ofSeconds(60),
                                Optional.of(1)),
                        Traces.NONE);
    }
}
