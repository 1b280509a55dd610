package io.duckboard.bench;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a benchmark found.
 *
 * @param rows of each answer, which were all the same
 * @param trips of the lake, counted in each mode
 * @param expected what that was to be, where it was known
 */
public record Findings(List<Measured> modes, int rows, long trips, OptionalLong expected) {
    public Findings {
        modes = List.copyOf(modes);
    }
}
