package io.duckboard.engine.guard;

import java.util.Optional;

/** Which places the lake has for queries. */
public interface AllowedPaths {

    /**
     * The part of {@code path} below the lake's root.
     *
     * @return empty if the path leads elsewhere, or to a part of the lake that is not for queries
     */
    Optional<String> belowLake(String path);
}
