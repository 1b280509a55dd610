package io.duckboard.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantiles of times are right to five per cent. */
class LatenciesTest {

    private final Latencies latencies = new Latencies();

    @Test
    void knowsNothingOfNoCalls() {
        assertThat(latencies.quantile(0.5)).isEmpty();
    }

    @Test
    void findsMedianAndSlowestOfHundredTimes() {
        IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).forEach(latencies::add);

        assertThat(millis(0.5)).isCloseTo(50, within(2.6));
        assertThat(millis(0.95)).isCloseTo(95, within(4.9));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999, 1_000, 123_456_789, 59_999_000_000L})
    void tellsOneTimeToFivePerCent(long nanos) {
        latencies.add(Duration.ofNanos(nanos));

        long told = latencies.quantile(0.95).orElseThrow().toNanos();
        assertThat(told).isBetween(nanos, Math.max(1_000, Math.round(nanos * 1.051)));
    }

    @Test
    void takesTimesOfWeeksAsTheLongest() {
        latencies.add(Duration.ofDays(30));

        assertThat(latencies.quantile(1))
                .get()
                .satisfies(told -> assertThat(told).isGreaterThan(Duration.ofMinutes(55)));
    }

    private double millis(double share) {
        return latencies.quantile(share).orElseThrow().toNanos() / 1e6;
    }
}
