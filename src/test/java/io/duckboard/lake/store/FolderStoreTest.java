package io.duckboard.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.store.Published;
import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A folder as a lake's store. */
class FolderStoreTest extends LakeStoreContract {

    @TempDir
    Path root;

    @Override
    LakeStore open() {
        return open(root);
    }

    @Override
    void strangersFile(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void looksWithoutLeavingATrace() throws IOException {
        try (LakeStore store = open()) {
            assertThat(store.published()).isEmpty();
            assertThat(store.list("")).isEmpty();
        }
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void saysThatAFileIsInTheWay() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "in the way");
        try (LakeStore store = open(file.resolve("lake"))) {
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(store::stagingFolder)
                    .withMessageContaining("a file is in the way");
        }
    }

    @Test
    void saysThatTheDiskIsFull() {
        Path full = Path.of("/dev/full");

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> FolderFailures.translating(full, () -> Files.writeString(full, "x")))
                .withMessageContaining("no space left");
    }

    @Test
    void removesTheWorkspaceOfADeadRunAndNotOfALivingOne() throws IOException {
        try (LakeStore living = open()) {
            Path used = living.stagingFolder();
            Path dead = abandoned();
            Path strangers = Files.createDirectories(root.resolve("_duckboard/staging/load-theirs"));
            Files.writeString(root.resolve("_duckboard/staging/load-theirs.lock"), "");
            try (LakeStore next = open()) {
                assertThat(List.of(next.stagingFolder(), used, strangers)).allMatch(Files::isDirectory);
                assertThat(dead).doesNotExist();
            }
            assertThat(root.resolve("_duckboard/staging/load-theirs.lock")).exists();
            assertThat(root.resolve("_duckboard/journal/held").toFile().list()).hasSize(1);
        }
    }

    /** Leaves a folder as a killed process does: the system releases the lock on its record. */
    private Path abandoned() throws IOException {
        Path copy = Files.createDirectories(root.resolveSibling("copy"));
        try (LakeStore killed = LakeStores.open(new LakeLocation.Folder(copy), Clock.systemUTC())) {
            Path folder = killed.stagingFolder();
            for (Path each : List.of(folder, copy.resolve("_duckboard/journal/held"))) {
                Path target = root.resolve(copy.relativize(each).toString());
                Files.createDirectories(target.getParent());
                FileSystemUtils.copyRecursively(each, target);
            }
            return root.resolve(copy.relativize(folder).toString());
        }
    }

    @Test
    void ofTwoPublishersAtOnceOneWins() throws Exception {
        for (int round = 0; round < 10; round++) {
            try (LakeStore one = open();
                    LakeStore other = open();
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Optional<Published> seen = one.published();
                var outcomes = new ArrayList<Callable<Boolean>>();
                for (LakeStore store : List.of(one, other)) {
                    String name = "round_" + round + "_" + outcomes.size();
                    outcomes.add(() -> published(store, catalog(name), seen));
                }
                List<Boolean> won = threads.invokeAll(outcomes).stream()
                        .map(Future::resultNow)
                        .toList();

                assertThat(won).containsExactlyInAnyOrder(true, false);
                assertThat(one.published().orElseThrow().catalog())
                        .isEqualTo(catalog("round_" + round + "_" + won.indexOf(true)));
            }
        }
    }

    private static boolean published(LakeStore store, Catalog catalog, Optional<Published> seen) {
        try {
            store.publish(catalog, seen);
            return true;
        } catch (FailureException e) {
            assertThat(e).hasMessageContaining("Somebody else has published");
            return false;
        }
    }

    private static LakeStore open(Path folder) {
        return LakeStores.open(new LakeLocation.Folder(folder), folder, Map.of(), Clock.systemUTC());
    }
}
