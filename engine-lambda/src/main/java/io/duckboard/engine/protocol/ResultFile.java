package io.duckboard.engine.protocol;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A whole answer in a file of the lake.
 *
 * @param path below the lake
 * @param link where it can be downloaded; empty if nothing serves the lake's folder
 */
public record ResultFile(String path, long rows, long bytes, Optional<Link> link) {

    /**
     * The name that other queries use to read it as one of their parts.
     *
     * @throws IllegalArgumentException if it is not an answer in Parquet
     */
    public UUID part() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (!name.endsWith(".parquet")) {
            throw new IllegalArgumentException("No answer in Parquet: " + path);
        }
        return UUID.fromString(name.substring(0, name.length() - ".parquet".length()));
    }

    /** @param uri absolute, or relative to the endpoint that was called; whoever has it may read the file */
    public record Link(URI uri, Instant expiresAt) {}
}
