package io.duckboard.deploy.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.LambdaPrice;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A month's price consists of the price of its calls and of the stored data. */
class MonthlyPriceTest {

    private static final MonthlyUse USE = new MonthlyUse(1_000, Duration.ofSeconds(1), Duration.ofSeconds(10), 10);

    @Test
    void isThatOfEachQueryThirtyThousandTimes() {
        MonthlyPrice price = MonthlyPrice.of(USE, Map.of("QueryMemory", "3008"));

        assertThat(price.lines().getFirst().what()).isEqualTo("30,000 queries of 1,000 ms in 3,008 MB");
        assertThat(price.lines().getFirst().dollars())
                .isEqualByComparingTo(LambdaPrice.of(1_000, 3_008).multiply(BigDecimal.valueOf(30_000)));
    }

    @Test
    void isTheSumOfItsLines() {
        MonthlyPrice price = MonthlyPrice.of(USE, Map.of("Schedule", "rate(1 hour)"));

        assertThat(price.total())
                .isEqualByComparingTo(price.lines().stream()
                        .map(MonthlyPrice.Line::dollars)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void growsWithTheLake() {
        var larger = new MonthlyUse(1_000, Duration.ofSeconds(1), Duration.ofSeconds(10), 1_010);

        assertThat(MonthlyPrice.of(larger, Map.of())
                        .total()
                        .subtract(MonthlyPrice.of(USE, Map.of()).total()))
                .isEqualByComparingTo("23");
    }

    @ParameterizedTest
    @CsvSource({
        "rate(1 minute), 43800",
        "rate(15 minutes), 2920",
        "rate(1 hour), 730",
        "rate(12 hours), 60",
        "rate(1 day), 30",
        "cron(0 6 * * ? *), 30",
        "'', 0",
    })
    void countsTheRunsOfASchedule(String schedule, int runs) {
        assertThat(ScheduleRate.runsPerMonth(schedule)).isEqualTo(runs);
    }
}
