package io.duckboard.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a home for one app where its database is elsewhere, and so keeps no other from it: the audit, the engine and the
 * socket are one app's. The lock belongs to the operating system, so a process that is killed leaves none.
 */
record HomeHold(FileChannel file) implements AutoCloseable {

    /** @throws DatabaseUnavailableException if another app has the home, or nothing can be written there */
    static HomeHold of(Path home) {
        Path whole = home.toAbsolutePath().normalize();
        try {
            new HomeFolder(whole).make();
            FileChannel file = FileChannel.open(
                    new HomeFolder(whole).path().resolve("held"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locks(file)) {
                file.close();
                throw DatabaseUnavailableException.inUse(whole, new IOException("it is locked"));
            }
            return new HomeHold(file);
        } catch (IOException e) {
            throw DatabaseUnavailableException.cannotWrite(whole, e);
        }
    }

    private static boolean locks(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
