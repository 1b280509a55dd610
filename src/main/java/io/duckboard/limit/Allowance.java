package io.duckboard.limit;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How much somebody may ask. What is absent has no bound.
 *
 * @param queries at once
 * @param perMinute queries that begin within a minute
 * @param longest how long one query may take
 * @param bytesPerDay read by queries on a day of UTC
 * @param usdPerDay the estimated price of queries on a day of UTC
 */
public record Allowance(
        OptionalInt queries,
        OptionalInt perMinute,
        Optional<Duration> longest,
        OptionalLong bytesPerDay,
        Optional<BigDecimal> usdPerDay) {

    public static final Allowance UNBOUNDED = new Allowance(
            OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());

    public boolean isBoundByDay() {
        return bytesPerDay.isPresent() || usdPerDay.isPresent();
    }

    Allowance queries(OptionalInt most) {
        return new Allowance(most, perMinute, longest, bytesPerDay, usdPerDay);
    }

    Allowance perMinute(OptionalInt most) {
        return new Allowance(queries, most, longest, bytesPerDay, usdPerDay);
    }

    Allowance longest(Optional<Duration> most) {
        return new Allowance(queries, perMinute, most, bytesPerDay, usdPerDay);
    }

    Allowance bytesPerDay(OptionalLong most) {
        return new Allowance(queries, perMinute, longest, most, usdPerDay);
    }

    Allowance usdPerDay(Optional<BigDecimal> most) {
        return new Allowance(queries, perMinute, longest, bytesPerDay, most);
    }
}
