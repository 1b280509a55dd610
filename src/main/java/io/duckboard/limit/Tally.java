package io.duckboard.limit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many queries somebody has under way, and has begun within the last minute. */
final class Tally {

    static final Duration MINUTE = Duration.ofMinutes(1);

    private final Deque<Long> begun = new ArrayDeque<>();
    private int running;

    int running() {
        return running;
    }

    /** Returns how many queries have begun within the minute before now, which is in nanoseconds. */
    int withinAMinute(long now) {
        while (!begun.isEmpty() && now - begun.getFirst() >= MINUTE.toNanos()) {
            begun.removeFirst();
        }
        return begun.size();
    }

    /**
     * Returns in what time fewer than that many will have begun within a minute.
     *
     * @param most no more than have begun now
     */
    Duration untilFewerThan(int most, long now) {
        long leaving = begun.stream().skip(begun.size() - most).findFirst().orElseThrow();
        return MINUTE.minusNanos(now - leaving);
    }

    void begin(long now) {
        begun.addLast(now);
        running++;
    }

    void takeBack(long at) {
        begun.removeLastOccurrence(at);
    }

    void end() {
        running--;
    }

    boolean isIdle(long now) {
        return running == 0 && withinAMinute(now) == 0;
    }
}
