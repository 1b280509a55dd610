package io.duckboard.testing.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips that look like the engine's package, of a few bytes: nothing here runs them. */
public final class EngineZip {

    private EngineZip() {}

    public static Path in(Path folder) {
        try {
            return of(folder, "engine.zip", "exec-wrapper");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param content of the file in it, too: other names make other packages */
    public static Path of(Path folder, String name, String content) throws IOException {
        Path file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            var entry = new ZipEntry(content);
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
