package io.duckboard.testing.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes zips of a few bytes that look like the engine's package. Nothing here runs them. */
public final class EngineZip {

    private EngineZip() {}

    public static Path in(Path folder) {
        try {
            return of(folder, "engine.zip", "exec-wrapper", "engine");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param entry the name of the only file in it
     * @param content of that file
     */
    public static Path of(Path folder, String name, String entry, String content) throws IOException {
        Path file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            var header = new ZipEntry(entry);
            // Makes the package identical each time.
            header.setTime(0);
            zip.putNextEntry(header);
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
