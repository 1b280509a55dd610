package io.duckboard.engine.catalog.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.Catalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is Duckboard's own if a record says so and the file has not changed since. */
class OwnershipTest {

    private static final UUID RUN = UUID.fromString("8a6e0804-2bd0-4672-b79d-d97027f9071a");
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final String PATH = "dataset/sales.parquet";

    @TempDir
    private Path root;

    private FolderFiles files;
    private Journal journal;

    @BeforeEach
    void open() {
        files = new FolderFiles(root);
        journal = new Journal(files, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void isNobodysWithoutARecord() throws IOException {
        write(PATH, "sales");

        assertThat(ownership().isOwn(PATH)).isFalse();
        assertThat(ownership().remove(List.of(PATH))).isEmpty();
        assertThat(root.resolve(PATH)).exists();
    }

    @Test
    void isOwnAsSoonAsContentThatWasAnnouncedIsThere() throws IOException {
        journal.begin(RUN, List.of(Entry.of(PATH, digest("sales"))));
        assertThat(ownership().isOwn(PATH)).isFalse();

        write(PATH, "sales");

        assertThat(ownership().isOwn(PATH)).isTrue();
    }

    @Test
    void isNotOwnWhereOthersPutTheirsBeforeWhatWasAnnounced() throws IOException {
        journal.begin(RUN, List.of(Entry.of(PATH, digest("sales"))));

        write(PATH, "stale");

        assertThat(ownership().isOwn(PATH)).isFalse();
    }

    @Test
    void isNotOwnAnyMoreIfOthersWriteOverItEvenInItsSizeAndAtItsTime() throws IOException {
        write(PATH, "sales");
        journal.written(journal.begin(RUN, List.of(Entry.of(PATH, digest("sales")))), now(PATH));
        assertThat(ownership().isOwn(PATH)).isTrue();
        FileTime time = Files.getLastModifiedTime(root.resolve(PATH));

        Files.setLastModifiedTime(Files.writeString(root.resolve(PATH), "stale"), time);

        assertThat(ownership().isOwn(PATH)).isFalse();
    }

    @Test
    void staysOwnWhenItIsCopiedWithItsLakeAndGetsAnotherTime() throws IOException {
        write(PATH, "sales");
        journal.written(journal.begin(RUN, List.of(Entry.of(PATH, digest("sales")))), now(PATH));

        Files.setLastModifiedTime(root.resolve(PATH), FileTime.from(Instant.EPOCH));

        assertThat(ownership().isOwn(PATH)).isTrue();
    }

    @Test
    void isOwnUnderARandomNameUntilOthersChangeIt() throws IOException {
        String path = "models/m/" + RandomName.make() + ".parquet";
        StoredRecord record = journal.begin(RUN, List.of(Entry.random(path)));
        write(path, "torn");
        assertThat(ownership().isOwn(path)).isTrue();

        write(path, "whole");
        journal.written(record, now(path));
        assertThat(ownership().isOwn(path)).isTrue();

        write(path, "changed by others");
        assertThat(ownership().isOwn(path)).isFalse();
    }

    @Test
    void reachesNoFileThatOthersPutIntoAFolderThatIsWhole() throws IOException {
        String folder = "models/m/" + RandomName.make();
        StoredRecord record = journal.begin(RUN, List.of(Entry.random(folder + "/")));
        write(folder + "/odd=0/a.parquet", "own");
        journal.written(record, now(folder + "/odd=0/a.parquet"));
        write(folder + "/odd=0/b.parquet", "theirs");

        assertThat(ownership().left(_ -> false, NOW.plusSeconds(1))).containsExactly(folder + "/odd=0/a.parquet");
        assertThat(ownership().isOwn(folder + "/odd=0/b.parquet")).isFalse();
    }

    @Test
    void leavesWhatARunThatLivesHasWrittenAndWhatATableHas() throws IOException {
        String old = "models/m/" + RandomName.make() + ".parquet";
        String named = "models/m/" + RandomName.make() + ".parquet";
        StoredRecord record = journal.begin(RUN, List.of(Entry.random(old), Entry.random(named)));
        write(old, "old");
        write(named, "named");
        journal.written(
                record,
                Map.of(
                        old,
                        files.find(old).orElseThrow(),
                        named,
                        files.find(named).orElseThrow()));

        assertThat(ownership().left(named::equals, NOW)).isEmpty();
        assertThat(ownership().left(named::equals, NOW.plusSeconds(1))).containsExactly(old);

        new Journal(files, Clock.fixed(NOW.plus(Duration.ofHours(1)), ZoneOffset.UTC))
                .begin(RUN, List.of(Entry.random("models/n/" + RandomName.make() + ".parquet")));
        assertThat(ownership().left(named::equals, NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    void leavesForADayWhatMayStillBeOnItsWay() throws IOException {
        String path = "dataset/large." + RandomName.make() + ".parquet";
        journal.begin(RUN, List.of(Entry.random(path)));

        assertThat(ownership().left(_ -> false, NOW.plus(Duration.ofHours(24)))).isEmpty();
        assertThat(ownership().left(_ -> false, NOW.plus(Duration.ofHours(25)))).containsExactly(path);
    }

    @Test
    void leavesWhatPeopleName() throws IOException {
        write(PATH, "sales");
        journal.begin(RUN, List.of(Entry.of(PATH, digest("sales")).staying()));

        assertThat(ownership().left(_ -> false, NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    void hasNoRecordOfWhatIsGone() throws IOException {
        String path = "models/m/" + RandomName.make() + ".parquet";
        write(path, "x");
        journal.begin(RUN, List.of(Entry.random(path), Entry.of(PATH, digest("sales"))));

        assertThat(ownership().remove(List.of(path))).containsExactly(path);
        assertThat(ownership().isRecorded(path)).isFalse();
        assertThat(ownership().isRecorded(PATH)).isTrue();

        ownership().forget(Set.of(PATH));
        assertThat(files.below("_duckboard/journal")).isEmpty();
    }

    @Test
    void takesALineThatAKillHasTornForNotWritten() throws IOException {
        String path = "models/m/" + RandomName.make() + ".parquet";
        StoredRecord record = journal.begin(RUN, List.of(Entry.random(path)));
        write(path, "x");
        Files.writeString(root.resolve(record.path()), record.text() + "{\"written\":{\"mod");

        assertThat(ownership().isOwn(path)).isTrue();
        ownership().remove(List.of(path));
        assertThat(files.below("_duckboard/journal")).isEmpty();
        assertThat(root.resolve(path)).doesNotExist();
    }

    @Test
    void believesNoRecordThatLeadsElsewhereOrNamesNothingRandom() throws IOException {
        for (String entry : List.of(
                "{\"path\":\"dataset/\"}",
                "{\"path\":\"dataset/sales.parquet\"}",
                "{\"path\":\"../8a6e0804-2bd0-4672-b79d-d97027f9071a\"}",
                "{\"path\":\"/8a6e0804-2bd0-4672-b79d-d97027f9071a\"}",
                "7",
                "{}")) {
            write(
                    "_duckboard/journal/" + RecordName.make(),
                    "{\"version\":1,\"run\":\"" + RUN + "\",\"at\":\"" + NOW + "\",\"files\":[" + entry + "]}\n");
        }
        write(PATH, "sales");

        assertThat(journal.records()).isEmpty();
        assertThat(ownership().isOwn(PATH)).isFalse();
    }

    @Test
    void believesNoRecordUnderANameThatItHasNotMade() throws IOException {
        String path = "models/m/" + RandomName.make() + ".parquet";
        write(path, "theirs");
        StoredRecord record = journal.begin(RUN, List.of(Entry.random(path)));
        Files.move(
                root.resolve(record.path()),
                root.resolve("_duckboard/journal/" + UUID.randomUUID() + "-0123456789abcdef.json"));

        assertThat(ownership().isOwn(path)).isFalse();
    }

    @Test
    void removesARecordThatAKillHasLeftEmptyAndNoEmptyFileOfOthers() throws IOException {
        String own = "_duckboard/journal/" + RecordName.make();
        String theirs = "_duckboard/journal/" + UUID.randomUUID() + ".json";
        write(own, "");
        write(theirs, "");

        ownership().sweep("", List.of(), new Catalog(List.of()), Instant.now().minusSeconds(60));
        assertThat(root.resolve(own)).exists();

        ownership().sweep("", List.of(), new Catalog(List.of()), Instant.now().plusSeconds(60));
        assertThat(root.resolve(own)).doesNotExist();
        assertThat(root.resolve(theirs)).exists();
    }

    @Test
    void forgetsAFileThatPeopleNameAndThatNeverCame() throws IOException {
        journal.begin(RUN, List.of(Entry.of(PATH, digest("sales")).staying()));

        ownership().sweep("", List.of(), new Catalog(List.of()), NOW.plus(Duration.ofHours(24)));
        assertThat(journal.records()).hasSize(1);

        ownership().sweep("", List.of(), new Catalog(List.of()), NOW.plus(Duration.ofHours(25)));
        assertThat(journal.records()).isEmpty();
    }

    private Ownership ownership() throws IOException {
        return Ownership.of(files, journal);
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    private Map<String, Written> now(String path) throws IOException {
        return Map.of(path, files.find(path).orElseThrow());
    }

    private static String digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
