package io.duckboard.lake.source;

import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Formats of tables that say in files of their own which rows are left. */
final class TableFormats {

    private TableFormats() {}

    /**
     * Returns the folder.
     *
     * @throws FailureException if some of its rows may be removed ones
     */
    static Path checked(Path folder) throws IOException {
        if (Files.isDirectory(folder.resolve("_delta_log"))) {
            throw refused(folder, "a Delta table");
        }
        if (Files.isDirectory(folder.resolve(".hoodie"))) {
            throw refused(folder, "a Hudi table");
        }
        Path metadata = folder.resolve("metadata");
        if (Files.isDirectory(metadata)) {
            try (Stream<Path> files = Files.list(metadata)) {
                if (files.anyMatch(file -> file.toString().endsWith(".metadata.json"))) {
                    throw refused(folder, "an Iceberg table");
                }
            }
        }
        return folder;
    }

    private static FailureException refused(Path folder, String what) {
        return new FailureException(
                folder + " is " + what + ", some of whose files hold rows that were removed.",
                "Have its own program write the table as plain Parquet, and add that.");
    }
}
