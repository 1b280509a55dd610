package io.duckboard.calls;

import java.time.Duration;
import java.util.Optional;

/** How long calls took, to five per cent: counts of times in ranges, each of which is that much longer than the one before. */
final class Latencies {

    private static final double STEP = 1.05;

    /** From a microsecond to an hour. */
    private static final int RANGES = 452;

    private final int[] counts = new int[RANGES];

    void add(Duration took) {
        counts[range(took)]++;
    }

    void addAll(Latencies others) {
        for (int range = 0; range < RANGES; range++) {
            counts[range] += others.counts[range];
        }
    }

    /**
     * Returns a time that at least this share of the calls did not exceed, by five per cent at most; empty if there
     * was no call.
     *
     * @param share from 0 to 1
     */
    Optional<Duration> quantile(double share) {
        long all = 0;
        for (int count : counts) {
            all += count;
        }
        if (all == 0) {
            return Optional.empty();
        }
        long wanted = Math.max(1, (long) Math.ceil(share * all));
        int range = 0;
        for (long seen = counts[0]; seen < wanted; seen += counts[range]) {
            range++;
        }
        return Optional.of(Duration.ofNanos(Math.round(1_000 * Math.pow(STEP, range))));
    }

    private static int range(Duration took) {
        double micros = took.toNanos() / 1e3;
        return micros <= 1 ? 0 : Math.min(RANGES - 1, (int) Math.ceil(Math.log(micros) / Math.log(STEP)));
    }
}
