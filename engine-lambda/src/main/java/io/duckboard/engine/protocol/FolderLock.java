package io.duckboard.engine.protocol;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one at a time into a folder, of all processes that ask. A process that dies lets go. Whoever swaps the catalog of
 * a lake in a folder holds the lock of its {@link LakeLayout#STAGING}.
 */
public final class FolderLock implements AutoCloseable {

    /** A file's lock is the process's, and does not keep two of its threads apart. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private static final String FILE = ".lock";

    private final List<FileChannel> channels;

    private FolderLock(List<FileChannel> channels) {
        this.channels = channels;
    }

    /**
     * That of a lake, its workspace or the home, for whoever swaps its catalog or puts files under names that others may
     * want. Waits until it is free.
     */
    public static FolderLock of(Path root) throws IOException {
        Path folder = Files.createDirectories(root.resolve(LakeLayout.STAGING));
        var channels = new ArrayList<FileChannel>();
        THREADS.lock();
        try {
            channels.add(locked(folder.resolve(FILE)));
            // Where a version with the old layout published before, one may still do so.
            Path before = root.resolve("staging").resolve(FILE);
            if (Files.isWritable(before)) {
                channels.add(locked(before));
            }
            return new FolderLock(channels);
        } catch (IOException | RuntimeException e) {
            close(channels);
            throw e;
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.lock();
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
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
