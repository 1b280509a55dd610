package io.duckboard.engine.discovery;

import io.duckboard.engine.catalog.Catalog;
import java.io.IOException;

/** Reads the ends of files, several at a time. */
@FunctionalInterface
public interface FileEnds {

    /**
     * The last {@code bytes} of a file.
     *
     * @throws java.nio.file.AccessDeniedException if this file may not be read
     * @throws java.nio.file.NoSuchFileException if it is gone
     * @throws IOException if the store cannot be read
     */
    byte[] end(Catalog.File file, int bytes) throws IOException;
}
