package io.duckboard.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.duckboard.engine.protocol.Catalog;
import io.duckboard.lake.store.LakeStore.Published;
import io.duckboard.lake.store.LakeStore.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every lake's store does, whatever it is made of. */
abstract class LakeStoreContract {

    @TempDir
    Path files;

    /** A store of the one lake of this test. */
    abstract LakeStore open();

    /** Writes a file into the lake behind the store's back. */
    abstract void strangersFile(String path) throws IOException;

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
            List<Catalog.File> put = store.put(uploads, bytes::addAndGet);

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

            Catalog.File put = store.put(List.of(upload("dataset/large.parquet", 70 << 20)), bytes::addAndGet)
                    .getFirst();

            assertThat(put.bytes()).isEqualTo(70 << 20);
            assertThat(bytes).hasValue(70 << 20);
            assertThat(store.list("dataset")).containsExactly(put);
        }
    }

    @Test
    void takesFilesOfItsWorkspaceAndLeavesOthersWhereTheyAre() throws IOException {
        try (LakeStore store = open()) {
            Path own = Files.writeString(store.workspace().resolve("own"), "own");
            Upload other = upload("dataset/other.parquet", 10);

            store.put(List.of(new Upload(own, "dataset/own.parquet"), other), bytes -> {});

            assertThat(other.file()).exists();
            assertThat(store.list("dataset")).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 33 << 20})
    void putsNothingOverAFileThatIsThere(int bytes) {
        try (LakeStore winner = open();
                LakeStore loser = open()) {
            winner.put(List.of(upload("dataset/taxi_2019_04.parquet", 10)), told -> {});

            assertThatExceptionOfType(LakeFailure.class)
                    .isThrownBy(() -> loser.put(List.of(upload("dataset/taxi_2019_04.parquet", bytes)), told -> {}))
                    .withMessageContaining("Somebody else is filling the lake at the same time");
            assertThat(winner.list("")).extracting(Catalog.File::bytes).containsExactly(10L);
        }
    }

    @Test
    void replacesAFileIfToldSo() {
        try (LakeStore store = open()) {
            store.put(List.of(upload("dashboard/my_view.parquet", 10)), told -> {});

            store.replace(upload("dashboard/my_view.parquet", 20));

            assertThat(store.list("")).extracting(Catalog.File::bytes).containsExactly(20L);
        }
    }

    @Test
    void listsNoPrivatePlacesAndNothingACatalogCannotName() throws IOException {
        for (String path :
                List.of("results/a.csv", "control/b", "staging/c", ".git/d", "dataset/it's.parquet", "e.parquet")) {
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
                assertThatExceptionOfType(LakeFailure.class)
                        .isThrownBy(() -> store.publish(catalog("third"), stale))
                        .withMessageContaining("Somebody else has published");
            }
            assertThat(store.published().orElseThrow().catalog()).isEqualTo(catalog("second"));
        }
    }

    @Test
    void removesAFileAndMindsNoneThatIsGone() {
        try (LakeStore store = open()) {
            store.put(List.of(upload("dataset/a.parquet", 1), upload("dataset/b.parquet", 1)), bytes -> {});

            store.remove(List.of("dataset/a.parquet", "dataset/never.parquet"));

            assertThat(store.list("")).extracting(Catalog.File::path).containsExactly("dataset/b.parquet");
            assertThatNoException().isThrownBy(() -> store.remove(List.of()));
        }
    }

    @Test
    void saysThatTheCatalogIsDamaged() throws IOException {
        strangersFile("catalog.json");
        try (LakeStore store = open()) {
            assertThatExceptionOfType(LakeFailure.class)
                    .isThrownBy(store::published)
                    .withMessageContaining("catalog.json is");
        }
    }

    @Test
    void leavesNoWorkspaceBehind() {
        Path folder;
        try (LakeStore store = open()) {
            folder = store.workspace();
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
