package io.duckboard.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders to work in are their makers' own while they hold them. */
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
}
