package io.duckboard.engine.lambda;

import static io.duckboard.engine.lambda.TransformInProcess.external;
import static io.duckboard.engine.lambda.TransformInProcess.partitioned;
import static io.duckboard.engine.lambda.TransformInProcess.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.engine.catalog.journal.Entry;
import io.duckboard.engine.catalog.journal.PassingFiles;
import io.duckboard.engine.catalog.journal.RandomName;
import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of models are removed when no query can read them any more, and not before. */
class SweepTest {

    private TestLake lake;
    private EngineSettings settings;
    private TransformInProcess now;

    @BeforeEach
    void open(@TempDir Path folder, @TempDir Path temporary) {
        lake = new TestLake(folder).table("numbers", "SELECT range AS n FROM range(10)");
        settings = new EngineSettings(lake.location(), 1024, temporary, Optional.empty());
        now = new TransformInProcess(settings);
    }

    @Test
    void keepsAReplacedFileAsLongAsAQueryMayReadIt() {
        Path old = file(now.publish(table("m", "SELECT 1 AS n")));
        Path young = file(now.publish(table("m", "SELECT 2 AS n")));

        in(Duration.ofMinutes(14)).publish(table("other", "SELECT 1 AS n"));
        assertThat(old).exists();

        in(Duration.ofMinutes(16)).publish(table("other", "SELECT 1 AS n"));
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void removesWhatADeadRunHasLeft() throws IOException {
        Path left = file(now.build(UUID.randomUUID(), table("m", "SELECT 1 AS n")));
        Path parts = file(now.build(
                UUID.randomUUID(), partitioned("p", "odd", "SELECT n, (n % 2)::INTEGER AS odd FROM numbers")));
        Path draft = leftByAnEngineBefore();

        in(Duration.ofMinutes(30)).publish(table("other", "SELECT 1 AS n"));
        assertThat(left).exists();

        in(Duration.ofMinutes(61)).publish(table("other", "SELECT 1 AS n"));
        assertThat(left).doesNotExist();
        assertThat(parts).doesNotExist();
        assertThat(lake.root().resolve("models/p")).isEmptyDirectory();
        assertThat(draft).doesNotExist();
        assertThat(draft.getParent()).doesNotExist();
    }

    @Test
    void leavesWhatNoRecordNamesWhateverItIsCalled() throws IOException {
        now.publish(table("m", "SELECT 1 AS n"));
        List<Path> theirs = new ArrayList<>();
        for (String path : List.of(
                "models/m/" + UUID.randomUUID() + ".parquet",
                "models/p/" + UUID.randomUUID() + "/odd=1/" + UUID.randomUUID() + ".parquet",
                "staging/models-" + UUID.randomUUID() + "/made",
                "_duckboard/staging/models-" + UUID.randomUUID() + "/made",
                "_duckboard/journal/" + UUID.randomUUID() + ".json")) {
            Path file = lake.root().resolve(path);
            Files.createDirectories(file.getParent());
            Files.setLastModifiedTime(Files.writeString(file, "theirs"), FileTime.from(Instant.EPOCH));
            theirs.add(file);
        }

        in(Duration.ofDays(2)).publish(table("other", "SELECT 1 AS n"));

        assertThat(theirs).allSatisfy(file -> assertThat(file).hasContent("theirs"));
    }

    @Test
    void leavesAModelsFileThatSomebodyHasChanged() throws IOException {
        Path old = file(now.publish(table("m", "SELECT 1 AS n")));
        now.publish(table("m", "SELECT 2 AS n"));
        Files.writeString(old, "theirs");

        in(Duration.ofDays(2)).publish(table("other", "SELECT 1 AS n"));

        assertThat(old).hasContent("theirs");
    }

    @Test
    void keepsNoRecordOfWhatItHasRemoved() {
        now.publish(table("m", "SELECT 1 AS n"));
        now.publish(table("m", "SELECT 2 AS n"));
        now.build(UUID.randomUUID(), table("left", "SELECT 1 AS n"));

        in(Duration.ofHours(2)).publish(table("m", "SELECT 3 AS n"));
        in(Duration.ofHours(4)).publish(table("m", "SELECT 4 AS n"));

        // For the table's file, and for the previous one, which a query may be reading.
        assertThat(lake.root().resolve("_duckboard/journal"))
                .isDirectoryContaining("glob:**.json")
                .satisfies(journal -> assertThat(journal.toFile().list((_, name) -> name.endsWith(".json")))
                        .hasSize(2));
    }

    @Test
    void leavesAFileThatOthersHavePutInTheCopysPlace() throws IOException {
        Path copy = lake.root().resolve("dashboard/top.parquet");
        now.publish(external("top", "dashboard/top.parquet", "SELECT 1 AS n"));
        Files.writeString(copy, "exported by others");

        UUID run = UUID.randomUUID();
        TransformAnswer.Published published =
                now.publish(run, now.build(run, external("top", "dashboard/top.parquet", "SELECT 2 AS n")));

        assertThat(copy).hasContent("exported by others");
        assertThat(published.notes())
                .singleElement()
                .satisfies(note -> assertThat(note)
                        .contains("Model top is published", "dashboard/top.parquet stays as it is", "somebody else"));
    }

    /** Before engines had their own rooms, each draft had a folder and a record. */
    private Path leftByAnEngineBefore() throws IOException {
        String folder = "_duckboard/staging/" + RandomName.make() + "/";
        new PassingFiles(lake.root(), Clock.systemUTC()).begin(Duration.ofHours(1), List.of(Entry.random(folder)));
        return Files.writeString(
                Files.createDirectories(lake.root().resolve(folder)).resolve("made"), "torn");
    }

    @Test
    void leavesACopyInItsPlace() {
        now.publish(external("top", "dashboard/top.parquet", "SELECT 1 AS n"));
        in(Duration.ofHours(2)).publish(external("top", "dashboard/top.parquet", "SELECT 2 AS n"));
        in(Duration.ofHours(4)).publish(table("other", "SELECT 1 AS n"));

        assertThat(lake.root().resolve("dashboard/top.parquet")).exists();
    }

    @Test
    void retiresNoFileThatACopyHasTakenThePlaceOf() throws IOException {
        var own = new Catalog.File("dashboard/top.parquet", 1, "1");
        var table = new Catalog.Table(
                "top",
                Catalog.Kind.MODEL,
                List.of(own),
                List.of(),
                List.of(),
                1,
                Instant.parse("2024-01-01T00:00:00Z"),
                List.of());
        Files.write(lake.root().resolve(Catalog.FILE), CatalogJson.write(new Catalog(List.of(table))));

        now.publish(external("top", own.path(), "SELECT 1 AS n"));

        assertThat(catalog().retired()).isEmpty();
        now.publish(table("top", "SELECT 2 AS n"));
        assertThat(catalog().retired()).hasSize(1);
    }

    @Test
    void forgetsWhatItHasRemoved() throws IOException {
        now.publish(table("m", "SELECT 1 AS n"));
        now.publish(table("m", "SELECT 2 AS n"));
        assertThat(catalog().retired()).hasSize(1);

        in(Duration.ofMinutes(16)).publish(table("other", "SELECT 1 AS n"));

        assertThat(catalog().retired()).isEmpty();
    }

    private Catalog catalog() throws IOException {
        return CatalogJson.read(Files.readAllBytes(lake.root().resolve(Catalog.FILE)));
    }

    @Test
    void leavesFilesThatNoRunHasWritten() throws IOException {
        Path own = lake.root().resolve("models/by_hand.parquet");
        Files.createDirectories(own.getParent());
        Files.writeString(own, "mine");

        in(Duration.ofDays(2)).publish(table("other", "SELECT 1 AS n"));

        assertThat(own).exists();
    }

    private TransformInProcess in(Duration later) {
        return new TransformInProcess(settings, Clock.offset(Clock.systemUTC(), later));
    }

    private Path file(BuiltModel built) {
        return lake.root().resolve(built.files().getFirst().path());
    }
}
