package io.duckboard.engine.lake;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that no other user of the machine reads. */
final class OwnerOnly {

    private OwnerOnly() {}

    /** Makes the folder, if it is not there. */
    static void folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        allow(folder, "rwx------");
    }

    static void file(Path file) throws IOException {
        allow(file, "rw-------");
    }

    private static void allow(Path path, String permissions) throws IOException {
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        } catch (UnsupportedOperationException e) {
            // A file system without such rights.
            return;
        } catch (FileSystemException e) {
            // Another user's folder, in which this one may write: its rights are that user's matter.
            if (!Files.isWritable(path)) {
                throw e;
            }
        }
    }
}
