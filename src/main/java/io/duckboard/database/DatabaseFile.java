package io.duckboard.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The database's file, in a folder of its own in a home. Only the owner can access it. */
record DatabaseFile(Path home) {

    DatabaseFile {
        home = home.toAbsolutePath().normalize();
    }

    Path path() {
        return folder().resolve("duckboard.mv.db");
    }

    /** Creates the file before the database does, since the database would leave it readable by others. */
    void prepare() throws IOException {
        Files.createDirectories(home);
        try {
            Files.createDirectory(
                    folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder())) {
                throw e;
            }
        }
        try {
            Files.createFile(
                    path(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            // The database would open the file as read-only, and fail at the first write.
            if (!Files.isWritable(path())) {
                throw new IOException(path() + " is read-only", e);
            }
        }
    }

    /**
     * Returns the database's address. It uses H2's async file system: with the others, a thread that is interrupted
     * while it saves closes the file for all threads. The lock belongs to the operating system, so a process that is
     * killed leaves none. Tracing is off, since it would record SQL.
     */
    String url() {
        return "jdbc:h2:async:" + folder().resolve("duckboard")
                + ";FILE_LOCK=FS;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;WRITE_DELAY=100";
    }

    private Path folder() {
        return home.resolve("database");
    }
}
