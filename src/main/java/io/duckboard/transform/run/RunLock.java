package io.duckboard.transform.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * A lock on a home folder: only one run of all processes works in it at a time. It is released when its process ends.
 */
public final class RunLock implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits until no other run is under way.
     *
     * @param waiting called once if the run has to wait
     * @throws IOException if the home folder cannot be written
     */
    public static RunLock in(Path home, Runnable waiting) throws IOException, InterruptedException {
        Files.createDirectories(home);
        FileChannel channel =
                FileChannel.open(home.resolve("transform.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            for (boolean told = false; !isTaken(channel); told = true) {
                if (!told) {
                    waiting.run();
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
            return new RunLock(channel);
        } catch (IOException | InterruptedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Another thread of this process holds the lock.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
