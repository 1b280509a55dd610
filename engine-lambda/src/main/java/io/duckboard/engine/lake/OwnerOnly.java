package io.duckboard.engine.lake;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes files and folders that no other user of the machine can read. */
final class OwnerOnly {

    private OwnerOnly() {}

    /** Makes the folder if it does not exist. */
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
            // The file system does not have such permissions.
            return;
        } catch (FileSystemException e) {
            // The folder belongs to another user and this user may write in it. Its permissions are the owner's
            // decision.
            if (!Files.isWritable(path)) {
                throw e;
            }
        }
    }
}
