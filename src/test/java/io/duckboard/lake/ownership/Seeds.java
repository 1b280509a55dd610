package io.duckboard.lake.ownership;

import java.util.stream.LongStream;

/**
 * Chooses which sequences are drawn: always the same, unless {@code -Downership.seed} and {@code .sequences} are set.
 */
final class Seeds {

    private Seeds() {}

    static String name(long seed) {
        return "-Downership.seed=" + seed + " -Downership.sequences=1";
    }

    static LongStream first(int sequences) {
        long seed = Long.getLong("ownership.seed", 1);
        return LongStream.range(seed, seed + Integer.getInteger("ownership.sequences", sequences));
    }
}
