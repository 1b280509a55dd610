package io.duckboard.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.store.Published;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.store.LakeStore.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every lake's store must do, in a folder or on S3. */
abstract class LakeStoreContract {

    @TempDir
    Path files;

    /** Opens a store of this test's one lake. */
    abstract LakeStore open();

    /** The run that puts files in these tests. */
    static final UUID RUN = UUID.fromString("8a6e0804-2bd0-4672-b79d-d97027f9071b");

    /** Writes a file into the lake without the store's knowledge. */
    abstract void strangersFile(String path, String text) throws IOException;

    final void strangersFile(String path) throws IOException {
        strangersFile(path, "theirs");
    }

    @Test
    void anEmptyLakeHasPublishedNothing() {
        try (LakeStore store = open()) {
            assertThat(store.published()).isEmpty();
            assertThat(store.list("")).isEmpty();
        }
    }

    @Test
    void putsFilesInPlaceAndTellsTheirBytes() throws IOException {
        List<Upload> uploads = IntStream.range(0, 40)
                .mapToObj(number -> upload("partitioned/date=" + number + "/data.parquet", 1000 + number))
                .toList();
        var bytes = new AtomicLong();
        try (LakeStore store = open()) {
            List<Catalog.File> put = store.put(uploads, RUN, bytes::addAndGet);

            assertThat(put).extracting(Catalog.File::path).containsExactlyElementsOf(paths(uploads));
            assertThat(bytes)
                    .hasValue(
                            IntStream.range(0, 40).map(number -> 1000 + number).sum());
            assertThat(store.list("")).containsExactlyInAnyOrderElementsOf(put);
            assertThat(store.list("partitioned/date=7")).hasSize(1);
        }
    }

    @Test
    void putsAFileThatIsLargerThanAPart() throws IOException {
        try (LakeStore store = open()) {
            var bytes = new AtomicLong();

            Catalog.File put = store.put(List.of(upload("dataset/large.parquet", 70 << 20)), RUN, bytes::addAndGet)
                    .getFirst();

            assertThat(put.bytes()).isEqualTo(70 << 20);
            assertThat(bytes).hasValue(70 << 20);
            assertThat(store.list("dataset")).containsExactly(put);
        }
    }

    @Test
    void takesFilesOfItsWorkspaceAndLeavesOthersWhereTheyAre() throws IOException {
        try (LakeStore store = open()) {
            Path own = Files.writeString(store.stagingFolder().resolve("own"), "own");
            Upload other = upload("dataset/other.parquet", 10);

            store.put(List.of(new Upload(own, "dataset/own.parquet"), other), RUN, bytes -> {});

            assertThat(other.file()).exists();
            assertThat(store.list("dataset")).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 33 << 20})
    void putsNothingOverAFileThatIsThere(int bytes) {
        try (LakeStore winner = open();
                LakeStore loser = open()) {
            winner.put(List.of(upload("dataset/taxi_2019_04.parquet", 10)), RUN, told -> {});

            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(
                            () -> loser.put(List.of(upload("dataset/taxi_2019_04.parquet", bytes)), RUN, told -> {}))
                    .withMessageContaining("Somebody else is filling the lake at the same time");
            assertThat(winner.list("")).extracting(Catalog.File::bytes).containsExactly(10L);
        }
    }

    @Test
    void replacesAFileOfItsOwn() {
        try (LakeStore store = open()) {
            assertThat(store.replace(upload("dashboard/my_view.parquet", 10), RUN))
                    .isTrue();

            assertThat(store.replace(upload("dashboard/my_view.parquet", 20), RUN))
                    .isTrue();

            assertThat(store.list("")).extracting(Catalog.File::bytes).containsExactly(20L);
            assertThat(store.listUnrecorded()).isEmpty();
            assertThat(store.listUnrecorded()).isEmpty();
        }
    }

    @Test
    void replacesNoFileOfOthers() throws IOException {
        strangersFile("dashboard/my_view.parquet");
        try (LakeStore store = open()) {
            List<Catalog.File> before = store.list("");

            assertThat(store.replace(upload("dashboard/my_view.parquet", 20), RUN))
                    .isFalse();

            assertThat(store.list("")).isEqualTo(before);
        }
    }

    @Test
    void replacesNoFileThatOthersHavePutOverItsOwn() throws IOException {
        try (LakeStore store = open()) {
            store.replace(upload("dashboard/my_view.parquet", 20), RUN);
            strangersFile("dashboard/my_view.parquet");
            List<Catalog.File> before = store.list("");

            assertThat(store.replace(upload("dashboard/my_view.parquet", 20), RUN))
                    .isFalse();

            assertThat(store.list("")).isEqualTo(before);
        }
    }

    @Test
    void listsNoPrivatePlacesAndNothingACatalogCannotName() throws IOException {
        for (String path : List.of(
                "_duckboard/results/a.csv",
                "results/a.csv",
                "control/b",
                "staging/c",
                ".git/d",
                "dataset/what?.parquet",
                "e.parquet")) {
            strangersFile(path);
        }
        try (LakeStore store = open()) {
            assertThat(store.list("")).extracting(Catalog.File::path).containsExactly("e.parquet");
        }
    }

    @Test
    void listsByAge() throws IOException {
        strangersFile("dataset/old.parquet");
        try (LakeStore store = open()) {
            assertThat(store.listOlderThan(Instant.now().minusSeconds(60), "")).isEmpty();
            assertThat(store.listOlderThan(Instant.now().plusSeconds(60), "")).hasSize(1);
        }
    }

    @Test
    void publishesWhatIsReadBack() {
        try (LakeStore store = open()) {
            store.publish(catalog("first"), Optional.empty());
            Published first = store.published().orElseThrow();
            store.publish(catalog("second"), Optional.of(first));

            assertThat(first.catalog()).isEqualTo(catalog("first"));
            assertThat(store.published().orElseThrow().catalog()).isEqualTo(catalog("second"));
            assertThat(first.at())
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        }
    }

    @Test
    void publishesNothingOverWhatItHasNotSeen() {
        try (LakeStore store = open()) {
            store.publish(catalog("first"), Optional.empty());
            Published seen = store.published().orElseThrow();
            store.publish(catalog("second"), Optional.of(seen));

            for (Optional<Published> stale : List.of(Optional.of(seen), Optional.<Published>empty())) {
                assertThatExceptionOfType(FailureException.class)
                        .isThrownBy(() -> store.publish(catalog("third"), stale))
                        .withMessageContaining("Somebody else has published");
            }
            assertThat(store.published().orElseThrow().catalog()).isEqualTo(catalog("second"));
        }
    }

    @Test
    void removesAFileAndMindsNoneThatIsGone() {
        try (LakeStore store = open()) {
            store.put(List.of(upload("dataset/a.parquet", 1), upload("dataset/b.parquet", 1)), RUN, bytes -> {});

            assertThat(sweep(store, "dataset/a.parquet", "dataset/never.parquet"))
                    .containsExactly("dataset/a.parquet");

            assertThat(store.list("")).extracting(Catalog.File::path).containsExactly("dataset/b.parquet");
            assertThat(sweep(store)).isEmpty();
        }
    }

    @Test
    void removesNoFileOfOthersAndNoneThatOthersHaveChanged() throws IOException {
        String random = "dataset/x.8a6e0804-2bd0-4672-b79d-d97027f9071a.parquet";
        try (LakeStore store = open()) {
            store.put(List.of(upload("dataset/changed.parquet", 6)), RUN, bytes -> {});
            strangersFile(random);
            strangersFile("dataset/changed.parquet");
            List<Catalog.File> before = store.list("");

            assertThat(sweep(store, random, "dataset/changed.parquet")).isEmpty();

            assertThat(store.list("")).isEqualTo(before);
        }
    }

    @Test
    void removesWhatARunThatDiedHasPut() {
        try (LakeStore store = open()) {
            store.put(List.of(upload("dataset/a.parquet", 1)), RUN, bytes -> {});
            store.put(List.of(new Upload(upload("", 1).file(), "dataset/named.parquet", true)), RUN, bytes -> {});
            Ownership own = store.ownership(Optional.empty());

            assertThat(store.sweep(
                            own, List.of(), catalog("other"), Instant.now().minusSeconds(60)))
                    .isEmpty();
            assertThat(store.sweep(
                            own, List.of(), catalog("other"), Instant.now().plusSeconds(60)))
                    .containsExactly("dataset/a.parquet");
            assertThat(store.list("")).extracting(Catalog.File::path).containsExactly("dataset/named.parquet");
        }
    }

    @Test
    void takesWhatACatalogOfBeforeNamesForItsOwn() throws IOException {
        strangersFile("dataset/built.parquet");
        strangersFile("dataset/found.parquet");
        try (LakeStore store = open()) {
            Catalog.File built = store.list("dataset").getFirst();
            Catalog.File found = store.list("dataset").getLast();
            strangersFile(
                    "catalog.json",
                    new String(
                            CatalogJson.write(new Catalog(
                                    List.of(table("built", built, Instant.now()), table("found", found, Instant.EPOCH)),
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    1)),
                            StandardCharsets.UTF_8));
            Optional<Published> before = store.published();

            store.publish(catalog("other"), before);

            Ownership own = store.ownership(store.published());
            assertThat(store.isOwn(own, built)).isTrue();
            assertThat(store.isOwn(own, found)).isFalse();
            assertThat(store.published().orElseThrow().catalog().format()).isEqualTo(Catalog.FORMAT);
        }
    }

    private static List<String> sweep(LakeStore store, String... paths) {
        return store.sweep(store.ownership(Optional.empty()), List.of(paths), new Catalog(List.of()), Instant.EPOCH);
    }

    private static Catalog.Table table(String name, Catalog.File file, Instant builtAt) {
        return new Catalog.Table(
                name, Catalog.Kind.DATASET, List.of(file), List.of(), List.of(), 1, builtAt, List.of());
    }

    @Test
    void saysThatTheCatalogIsDamaged() throws IOException {
        strangersFile("catalog.json");
        try (LakeStore store = open()) {
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(store::published)
                    .withMessageContaining("catalog.json is");
        }
    }

    @Test
    void leavesNoWorkspaceBehind() {
        Path folder;
        try (LakeStore store = open()) {
            folder = store.stagingFolder();
            assertThat(folder).isDirectory();
        }
        assertThat(folder).doesNotExist();
    }

    final Upload upload(String path, int bytes) {
        try {
            return new Upload(Files.write(Files.createTempFile(files, "file", ""), new byte[bytes]), path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Catalog catalog(String table) {
        return new Catalog(List.of(new Catalog.Table(
                table, Catalog.Kind.DATASET, List.of(), List.of(), List.of(), 1, Instant.EPOCH, List.of())));
    }

    private static List<String> paths(List<Upload> uploads) {
        return uploads.stream().map(Upload::path).toList();
    }
}
