package io.duckboard.engine.protocol;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one at a time into a folder, of all processes that ask. A process that dies lets go. Whoever swaps the catalog of
 * a lake in a folder holds the lock of its {@link LakeLayout#STAGING}.
 */
public final class FolderLock implements AutoCloseable {

    /** A file's lock is the process's, and does not keep two of its threads apart. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits until it is free, and makes the folder if needed. */
    public static FolderLock of(Path folder) throws IOException {
        Files.createDirectories(folder);
        THREADS.lock();
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return new FolderLock(channel);
        } catch (IOException | RuntimeException e) {
            THREADS.unlock();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            THREADS.unlock();
        }
    }
}
