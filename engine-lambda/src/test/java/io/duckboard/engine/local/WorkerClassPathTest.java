package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker starts from what a JVM recorded for its own jar, and never from what it recorded for another jar. */
class WorkerClassPathTest {

    private static final Instant BUILT = Instant.parse("2026-11-29T12:00:00Z");

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void build() throws IOException {
        jar = at(folder.resolve("engine.jar"), BUILT);
    }

    @Test
    void takesWhatWasKeptOfItsJar() throws IOException {
        Path cache = at(folder.resolve("worker.aot"), BUILT.plusSeconds(1));

        assertThat(WorkerClassPath.cache(jar.toString())).contains(cache);
    }

    @Test
    void passesOverWhatIsOlderThanItsJar() throws IOException {
        at(folder.resolve("worker.aot"), BUILT.minusSeconds(1));

        assertThat(WorkerClassPath.cache(jar.toString())).isEmpty();
    }

    @Test
    void startsWithoutWhereNothingWasKept() {
        assertThat(WorkerClassPath.cache(jar.toString())).isEmpty();
        assertThat(WorkerClassPath.cache(jar + ":" + folder)).isEmpty();
    }

    private static Path at(Path file, Instant time) throws IOException {
        return Files.setLastModifiedTime(Files.createFile(file), FileTime.from(time));
    }
}
