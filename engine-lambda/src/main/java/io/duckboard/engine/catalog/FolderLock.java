package io.duckboard.engine.catalog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets only one process at a time work in a folder. A process that dies releases the lock. Code that swaps the catalog
 * of a lake in a folder holds the lock of its {@link LakeLayout#STAGING}.
 */
public final class FolderLock implements AutoCloseable {

    /** A file lock belongs to the whole process and does not exclude its own threads from each other. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private static final String FILE = ".lock";

    /** Short compared with the work that is done under the lock, and long compared with one attempt. */
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(5);

    private final List<FileChannel> channels;

    private FolderLock(List<FileChannel> channels) {
        this.channels = channels;
    }

    /**
     * Locks a lake, its workspace or the home, in order to swap its catalog or to create files under names that others
     * may also want. Waits until the lock is free.
     */
    public static FolderLock of(Path root) throws IOException {
        List<Path> files = files(root);
        var channels = new ArrayList<FileChannel>();
        THREADS.lock();
        try {
            for (Path file : files) {
                channels.add(open(file));
                channels.getLast().lock();
            }
            return new FolderLock(channels);
        } catch (IOException | RuntimeException e) {
            close(channels);
            throw e;
        }
    }

    /**
     * Does the same without waiting for ever: a stopped process, or a stranger who can read the file, can hold the
     * lock indefinitely.
     *
     * @return empty if the lock did not become free in that time
     */
    public static Optional<FolderLock> within(Duration patience, Path root) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        List<Path> files = files(root);
        try {
            if (!THREADS.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        var channels = new ArrayList<FileChannel>();
        try {
            for (Path file : files) {
                channels.add(open(file));
                if (!isLocked(channels.getLast(), end)) {
                    close(channels);
                    return Optional.empty();
                }
            }
            return Optional.of(new FolderLock(channels));
        } catch (IOException | RuntimeException e) {
            close(channels);
            throw e;
        }
    }

    private static boolean isLocked(FileChannel channel, long end) throws IOException {
        while (channel.tryLock() == null) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
        return true;
    }

    private static List<Path> files(Path root) throws IOException {
        Path own = Files.createDirectories(root.resolve(LakeLayout.STAGING)).resolve(FILE);
        // An older version with the old layout may still publish here if it did so before.
        Path before = root.resolve("staging").resolve(FILE);
        return Files.isWritable(before) ? List.of(own, before) : List.of(own);
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void close(List<FileChannel> channels) throws IOException {
        try {
            for (FileChannel channel : channels) {
                channel.close();
            }
        } finally {
            THREADS.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        close(channels);
    }
}
