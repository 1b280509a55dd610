package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole answers in a folder lie there for a day, and what a kill left of one no longer. */
class ResultLifeTest {

    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    @Test
    void removesWhatIsOlderThanADay() throws IOException {
        var engine = new InProcess(new TestLake(folder).table("numbers", "SELECT 1 AS n"), temporary);
        Path expired = file("_duckboard/results", UUID.randomUUID() + ".csv", Duration.ofHours(25));
        Path leftover = file("_duckboard/staging", UUID.randomUUID() + ".parquet", Duration.ofHours(25));
        Path fresh = file("_duckboard/results", UUID.randomUUID() + ".csv", Duration.ofHours(23));
        Path foreign = file("_duckboard/staging", "load-of-someone-else.parquet", Duration.ofDays(9));

        engine.exported(Request.Query.of("SELECT 1").into(new Export.JsonLines()));

        assertThat(expired).doesNotExist();
        assertThat(leftover).doesNotExist();
        assertThat(fresh).exists();
        assertThat(foreign).exists();
    }

    private Path file(String place, String name, Duration age) throws IOException {
        Path file = Files.createDirectories(folder.resolve(place)).resolve(name);
        Files.writeString(file, "old");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
        return file;
    }
}
