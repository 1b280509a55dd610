package io.duckboard.bench;

import java.util.List;

/** One way to ask the benchmark's question. */
public interface Mode {

    /** Returns the mode's name, such as {@code map-reduce}. */
    String name();

    /**
     * Counts the trips by zone over ten days, the busiest zone first.
     *
     * @return the values as texts, which are the same in every mode
     */
    List<List<String>> tripsByZone();

    /** Counts all trips of the lake. */
    long trips();
}
