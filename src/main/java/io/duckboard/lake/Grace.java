package io.duckboard.lake;

import java.time.Duration;

/** How long files outlive the catalog that named them. */
final class Grace {

    /** Lambda lets no function run for longer. */
    static final Duration LONGEST_QUERY = Duration.ofMinutes(15);

    private Grace() {}
}
