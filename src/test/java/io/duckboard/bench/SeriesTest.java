package io.duckboard.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The statistics match those of the textbook. */
class SeriesTest {

    private static final Series EIGHT = new Series(List.of(9.0, 4.0, 2.0, 5.0, 4.0, 4.0, 5.0, 7.0));

    @Test
    void hasMeanAndDeviationOfASample() {
        assertThat(EIGHT.mean()).isEqualTo(5);
        assertThat(EIGHT.deviation()).isCloseTo(Math.sqrt(32.0 / 7), within(1e-9));
    }

    @Test
    void hasQuantilesThatWereMeasured() {
        assertThat(EIGHT.quantile(0.5)).isEqualTo(4);
        assertThat(EIGHT.quantile(0.95)).isEqualTo(9);
        assertThat(EIGHT.quantile(0)).isEqualTo(2);
        assertThat(EIGHT.quantile(1)).isEqualTo(9);
    }

    @Test
    void deviatesByNothingWhenItIsOneTime() {
        var one = new Series(List.of(3.0));

        assertThat(one.deviation()).isZero();
        assertThat(one.quantile(0.95)).isEqualTo(3);
    }
}
