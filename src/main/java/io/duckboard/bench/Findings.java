package io.duckboard.bench;

import java.util.List;
import java.util.OptionalLong;

/**
 * The results of a benchmark.
 *
 * @param rows the number of rows in each answer, the same for all modes
 * @param trips the number of trips in the lake, counted in each mode
 * @param expected the number of trips that was expected, if it was known
 */
public record Findings(List<Measured> modes, int rows, long trips, OptionalLong expected) {
    public Findings {
        modes = List.copyOf(modes);
    }
}
