package io.duckboard.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The database's file, in a folder of its own in a home: nobody's but the owner's. */
record DatabaseFile(Path home) {

    DatabaseFile {
        home = home.toAbsolutePath().normalize();
    }

    Path path() {
        return folder().resolve("duckboard.mv.db");
    }

    /** Made before the database is, which would leave it readable by others. */
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
            // The database would open it to read alone, and fail at the first thing to keep.
            if (!Files.isWritable(path())) {
                throw new IOException(path() + " is read-only", e);
            }
        }
    }

    /**
     * Async: with H2's other file systems, a thread that is interrupted while it saves closes the file for all. A
     * process that is killed leaves no lock, which is the system's own; nothing is traced, since SQL would be.
     */
    String url() {
        return "jdbc:h2:async:" + folder().resolve("duckboard")
                + ";FILE_LOCK=FS;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;WRITE_DELAY=100";
    }

    private Path folder() {
        return home.resolve("database");
    }
}
