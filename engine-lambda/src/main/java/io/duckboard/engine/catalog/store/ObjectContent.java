package io.duckboard.engine.catalog.store;

import io.duckboard.engine.catalog.journal.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The content for an object; it may be read more than once. */
public interface ObjectContent {

    long bytes() throws IOException;

    /** The caller closes it. */
    InputStream open() throws IOException;

    /** In hex. */
    default String sha256() throws IOException {
        try (InputStream content = open()) {
            return Sha256.of(content);
        }
    }

    static ObjectContent of(byte[] bytes) {
        return new ObjectContent() {
            @Override
            public long bytes() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    static ObjectContent of(Path file) {
        return new ObjectContent() {
            @Override
            public long bytes() throws IOException {
                return Files.size(file);
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }
}
