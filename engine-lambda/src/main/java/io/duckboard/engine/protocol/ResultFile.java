package io.duckboard.engine.protocol;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A whole answer that lies in the lake.
 *
 * @param path below the lake
 * @param link where it can be fetched; empty where nothing serves the lake's folder
 */
public record ResultFile(String path, long rows, long bytes, Optional<Link> link) {

    /** @param uri absolute, or relative to the endpoint that was asked; whoever has it may read the file */
    public record Link(URI uri, Instant expiresAt) {}
}
