package io.duckboard.transform.artifacts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import tools.jackson.jr.ob.JSON;

/** The folder in which the files are written. */
record TargetFolder(Path folder) {

    /** dbt's readers call a file damaged if it lacks a member; they expect null for an absent value. */
    private static final JSON JSON_WITH_NULLS = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

    void write(String path, Members json) throws IOException {
        write(path, JSON_WITH_NULLS.asBytes(json.map()));
    }

    void write(String path, String text) throws IOException {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String path, byte[] content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        // The name is unique, since a page and a terminal may write at the same time.
        Path part = file.resolveSibling(".%s.part".formatted(UUID.randomUUID()));
        try {
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
