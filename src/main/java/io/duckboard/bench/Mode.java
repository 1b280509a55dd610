package io.duckboard.bench;

import java.util.List;

/** A way of asking the benchmark's question. */
public interface Mode {

    /** {@code map-reduce}. */
    String name();

    /**
     * Trips by zone over ten days, the busiest first.
     *
     * @return values as texts, which are the same whoever gave them
     */
    List<List<String>> tripsByZone();

    /** All trips of the lake. */
    long trips();
}
