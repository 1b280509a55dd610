package io.duckboard.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caller waits for a lock that somebody else holds for as long as it has asked to. */
class FolderLockTest {

    private static final Duration PATIENCE = Duration.ofMillis(50);

    @TempDir
    private Path root;

    @Test
    void isHadAtOnceWhereNobodyHoldsIt() throws IOException {
        try (var lock = FolderLock.within(PATIENCE, root).orElseThrow()) {
            assertThat(lock).isNotNull();
        }
        try (var lock = FolderLock.of(root)) {
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void isNotWaitedForLongerThanThat() throws Exception {
        var held = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        var holder = CompletableFuture.runAsync(() -> hold(held, over));
        held.await();

        assertThat(FolderLock.within(PATIENCE, root)).isEmpty();

        over.countDown();
        holder.join();
        try (var lock = FolderLock.within(PATIENCE, root).orElseThrow()) {
            assertThat(lock).isNotNull();
        }
    }

    private void hold(CountDownLatch held, CountDownLatch over) {
        try (var lock = FolderLock.of(root)) {
            assertThat(lock).isNotNull();
            held.countDown();
            over.await();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
