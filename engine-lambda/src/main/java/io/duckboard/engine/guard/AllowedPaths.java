package io.duckboard.engine.guard;

import java.util.Optional;

/** Knows which places of the lake queries may read. */
public interface AllowedPaths {

    /**
     * The part of {@code path} below the lake's root.
     *
     * @return empty if the path leads elsewhere, or to a part of the lake that queries may not read
     */
    Optional<String> belowLake(String path);

    /** Whether a table has a file with exactly this path. */
    boolean isListed(String path);
}
