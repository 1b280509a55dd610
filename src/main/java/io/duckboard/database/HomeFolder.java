package io.duckboard.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder in a home that only its owner can open: with the database's file, and with the app's socket. */
record HomeFolder(Path home) {

    Path path() {
        return home.resolve("database");
    }

    void make() throws IOException {
        Files.createDirectories(home);
        try {
            Files.createDirectory(
                    path(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(path())) {
                throw e;
            }
        }
    }
}
