package io.duckboard.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * The day on which something counts, of UTC. A clock that is set back does not bring an earlier day with what was not
 * used on it; but no day lasts longer than a day, however far ahead the clock was when it began.
 */
final class DayOfUse {

    private static final Duration LENGTH = Duration.ofDays(1);

    private final Clock clock;
    private final LongSupplier nanoseconds;
    private LocalDate day;
    private long begun;

    /** @param nanoseconds a clock that only goes forward */
    DayOfUse(LocalDate day, Clock clock, LongSupplier nanoseconds) {
        this.day = day;
        this.clock = clock;
        this.nanoseconds = nanoseconds;
        this.begun = nanoseconds.getAsLong();
    }

    LocalDate now() {
        LocalDate stated = stated();
        if (stated.isAfter(day) || (stated.isBefore(day) && !left().isPositive())) {
            day = stated;
            begun = nanoseconds.getAsLong();
        }
        return day;
    }

    /** Returns for how long the day goes on: never for nothing, and never longer than a day. */
    Duration toItsEnd() {
        Instant now = clock.instant();
        Duration toItsEnd =
                now().equals(stated()) ? Duration.between(now, day.plusDays(1).atStartOfDay(ZoneOffset.UTC)) : left();
        return toItsEnd.isPositive() ? toItsEnd : Duration.ofSeconds(1);
    }

    private LocalDate stated() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Returns what is left of the day if it began when it was first seen. */
    private Duration left() {
        return LENGTH.minusNanos(nanoseconds.getAsLong() - begun);
    }
}
