package io.duckboard.engine.catalog.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A work folder belongs to its maker as long as the maker holds it. */
class HeldFolderTest {

    private static final int MAKERS = 8;
    private static final int ROUNDS = 200;

    @TempDir
    private Path root;

    @Test
    void areMadeByManyAtOnce() throws Exception {
        try (var makers = Executors.newFixedThreadPool(MAKERS)) {
            Callable<Integer> maker = () -> {
                int kept = 0;
                for (int round = 0; round < ROUNDS; round++) {
                    try (HeldFolder held = HeldFolder.in(root, Clock.systemUTC())) {
                        kept += Files.isDirectory(held.folder()) ? 1 : 0;
                    }
                }
                return kept;
            };

            for (Future<Integer> kept : makers.invokeAll(Collections.nCopies(MAKERS, maker))) {
                assertThat(kept.get()).isEqualTo(ROUNDS);
            }
        }
    }

    @Test
    void mayHaveTheirMakersNameOverAndOver() throws IOException {
        UUID name = RandomName.make();
        for (int round = 0; round < 2; round++) {
            try (HeldFolder held = HeldFolder.named(name, root, Clock.systemUTC())) {
                assertThat(held.folder()).isEqualTo(root.resolve("_duckboard/staging/" + name));
                HeldFolder.removeAbandoned(root);
                assertThat(held.folder()).isEmptyDirectory();
                assertThatIOException().isThrownBy(() -> HeldFolder.named(name, root, Clock.systemUTC()));
            }
            assertThat(root.resolve("_duckboard/journal/held")).isEmptyDirectory();
        }
    }

    @Test
    void goByTheirRecordAloneAndNoOtherFolderDoes() throws IOException {
        UUID dead = RandomName.make();
        Path records = Files.createDirectories(root.resolve("_duckboard/journal/held"));
        for (String folder : List.of("_duckboard/staging/" + dead, "_duckboard/staging/" + UUID.randomUUID(), "data")) {
            Files.writeString(Files.createDirectories(root.resolve(folder)).resolve("file"), "x");
        }
        for (String named : List.of("_duckboard/staging/" + dead + "/", "models/" + dead + "/", "data/" + dead)) {
            Entry entry = Entry.random(named);
            Files.writeString(
                    records.resolve(RecordName.make()),
                    JournalJson.begun(new JournalRecord(dead, Instant.EPOCH, List.of(entry))));
        }

        HeldFolder.removeAbandoned(root);

        assertThat(root.resolve("_duckboard/staging/" + dead)).doesNotExist();
        assertThat(root.resolve("_duckboard/staging").toFile().list()).hasSize(2);
        assertThat(root.resolve("data/file")).exists();
        assertThat(records.toFile().list()).hasSize(2);
    }
}
