package io.duckboard.ui.chart.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.ui.chart.Bin;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BinsTest {

    static Stream<List<BigDecimal>> generated() {
        var random = new Random(20190401);
        return Stream.generate(() -> {
                    double scale = Math.pow(10, random.nextInt(25) - 12);
                    double shift = (random.nextDouble() - 0.5) * scale * random.nextInt(1000);
                    return Stream.generate(() -> BigDecimal.valueOf(
                                    random.nextInt(4) == 0
                                            ? Math.round(random.nextGaussian() * 10) * scale / 10
                                            : random.nextGaussian() * scale + shift))
                            .limit(1 + random.nextInt(400))
                            .toList();
                })
                .limit(200);
    }

    @ParameterizedTest
    @MethodSource("generated")
    void putsEveryValueIntoExactlyOneBin(List<BigDecimal> values) {
        List<Bin> bins = Bins.of(values, Bins.Wholeness.FRACTIONS);

        assertThat(bins).hasSizeBetween(1, 22);
        assertThat(bins.stream().mapToLong(Bin::count).sum()).isEqualTo(values.size());
        for (Bin bin : bins) {
            long within = values.stream()
                    .filter(value -> value.compareTo(number(bin.from().text())) >= 0
                            && value.compareTo(number(bin.to().text())) < 0)
                    .count();
            assertThat(bin.count()).isEqualTo(within);
        }
    }

    @Test
    void leavesNoGapBetweenBins() {
        List<Bin> bins = Bins.of(numbers("1", "2.5", "99.9"), Bins.Wholeness.FRACTIONS);

        for (int bin = 1; bin < bins.size(); bin++) {
            assertThat(bins.get(bin).from()).isEqualTo(bins.get(bin - 1).to());
        }
    }

    @Test
    void beginsAtRoundNumbers() {
        List<Bin> bins = Bins.of(numbers("3", "97"), Bins.Wholeness.FRACTIONS);

        assertThat(bins.getFirst().from().text()).isEqualTo("0");
        assertThat(bins.getFirst().to().text()).isEqualTo("5");
        assertThat(bins.getLast().to().text()).isEqualTo("100");
    }

    @Test
    void doesNotSplitWholeNumbers() {
        List<Bin> bins = Bins.of(numbers("1", "2", "2", "4"), Bins.Wholeness.WHOLE);

        assertThat(bins).extracting(Bin::count).containsExactly(1L, 2L, 0L, 1L);
    }

    @Test
    void keepsNeighboursApartThatADoubleCannot() {
        List<Bin> bins = Bins.of(numbers("9007199254740992", "9007199254740993"), Bins.Wholeness.WHOLE);

        assertThat(bins).extracting(Bin::count).containsExactly(1L, 1L);
        assertThat(bins.getLast().from().text()).isEqualTo("9,007,199,254,740,993");
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(",", ""));
    }

    private static List<BigDecimal> numbers(String... texts) {
        return Stream.of(texts).map(BigDecimal::new).toList();
    }
}
