package io.duckboard.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.engine.failure.FailureException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits are words with spaces between them; a mistake is told with what would be right. */
class AllowanceTextTest {

    private static final Allowance ALL = new Allowance(
            OptionalInt.of(4),
            OptionalInt.of(60),
            Optional.of(Duration.ofSeconds(30)),
            OptionalLong.of(100_000_000_000L),
            Optional.of(new BigDecimal("1.50")));

    @Test
    void saysEachLimitInAnyOrder() {
        assertThat(read("dollars-per-day=1.50 queries=4 per-minute=60 bytes-per-day=100GB  seconds=30"))
                .isEqualTo(ALL);
    }

    @Test
    void leavesWhatItDoesNotNameAsItWas() {
        assertThat(AllowanceText.read("queries=5", ALL)).isEqualTo(ALL.queries(OptionalInt.of(5)));
    }

    @Test
    void takesAwayABoundOrAll() {
        assertThat(AllowanceText.read("queries=none bytes-per-day=none", ALL))
                .isEqualTo(ALL.queries(OptionalInt.empty()).bytesPerDay(OptionalLong.empty()));
        assertThat(AllowanceText.read(" none ", ALL)).isEqualTo(Allowance.UNBOUNDED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "queries",
                "queries=",
                "queries=0",
                "queries=-1",
                "queries=1000000",
                "queries=99999999999999999999",
                "seconds=1.5",
                "bytes-per-day=100",
                "bytes-per-day=0GB",
                "bytes-per-day=1000000TB",
                "dollars-per-day=0",
                "dollars-per-day=0.00",
                "dollars-per-day=$1",
                "dollars-per-day=1e3",
                "minutes=3",
                "queries=4,seconds=3",
                "none queries=4"
            })
    void refusesAnythingElseAndSaysWhatWouldBeRight(String text) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> read(text))
                .satisfies(mistake -> assertThat(mistake.hint()).contains("bytes-per-day=100GB"));
    }

    private static Allowance read(String text) {
        return AllowanceText.read(text, Allowance.UNBOUNDED);
    }
}
