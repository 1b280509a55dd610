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

    /**
     * The first link that leads out of what queries may read, on the way to a path or to whatever a pattern matches.
     *
     * @return the link's path below the lake's root
     */
    Optional<String> linkLeadingOut(String path);
}
