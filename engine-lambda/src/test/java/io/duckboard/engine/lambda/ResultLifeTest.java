package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole answers in a folder stay for a day; files that others have put beside them stay for good. */
class ResultLifeTest {

    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    private TestLake lake;

    @BeforeEach
    void fill() {
        lake = new TestLake(folder).table("numbers", "SELECT 1 AS n");
    }

    @Test
    void removesWhatIsOlderThanADayAndItsRecord() {
        Path expired = exported(Duration.ZERO);
        Path fresh = exported(Duration.ofHours(2));
        assertThat(records()).isEqualTo(2);

        Path last = exported(Duration.ofHours(25));

        assertThat(expired).doesNotExist();
        assertThat(fresh).exists();
        assertThat(last).exists();
        assertThat(records()).isEqualTo(2);
    }

    @Test
    void leavesAnAnswerThatSomebodyHasChanged() throws IOException {
        Path changed = exported(Duration.ZERO);
        Files.writeString(changed, "their notes in its place");

        exported(Duration.ofDays(2));

        assertThat(changed).hasContent("their notes in its place");
    }

    @Test
    void leavesWhatItHasNotWrittenWhateverItIsCalled() throws IOException {
        String id = UUID.randomUUID().toString();
        for (String path : new String[] {
            "results/" + id + ".csv",
            "staging/" + id + ".parquet",
            "_duckboard/results/" + id + ".csv",
            "_duckboard/staging/" + id + ".parquet",
            "_duckboard/staging/load-of-someone-else.parquet",
            "_duckboard/journal/passing/1-" + id + ".json",
            "_duckboard/journal/held/" + id + ".json",
            "_duckboard/journal/" + id + ".json"
        }) {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "theirs");
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(9))));

            exported(Duration.ofDays(3));

            assertThat(file).hasContent("theirs");
        }
    }

    @Test
    void leavesNoTraceOfAnEngineThatOnlyAnswers() throws IOException {
        Path other = Files.createDirectories(folder.resolve("untouched"));
        var only = new TestLake(other).table("numbers", "SELECT 1 AS n");

        new InProcess(only, temporary).rows("SELECT * FROM numbers");

        assertThat(other.resolve("_duckboard")).doesNotExist();
        assertThat(other.resolve("staging")).doesNotExist();
    }

    private Path exported(Duration later) {
        var settings = new EngineSettings(lake.location(), 1024, temporary, Optional.empty());
        var engine = new InProcess(settings, Clock.offset(Clock.systemUTC(), later));
        return folder.resolve(engine.exported(Request.Query.of("SELECT 1").into(new Export.JsonLines()))
                .file()
                .path());
    }

    private long records() {
        return folder.resolve("_duckboard/journal/passing").toFile().list().length;
    }
}
