package io.duckboard.ui.chart.answer;

import io.duckboard.ui.chart.Bin;
import io.duckboard.ui.chart.Datum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Intervals of the same round width next to each other, with the number of values in each. */
public final class Bins {

    /** This is enough to see a shape. */
    private static final int WANTED = 20;

    private static final List<BigDecimal> ROUND =
            List.of(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.valueOf(5), BigDecimal.TEN);

    private Bins() {}

    /**
     * Every value is in exactly one bin. The bins are computed in decimals, since doubles would lose some values at the
     * edges.
     */
    public static List<Bin> of(List<BigDecimal> values, Wholeness wholeness) {
        return of(values, wholeness, WANTED);
    }

    /** @param wanted how many bins at most, and about */
    public static List<Bin> of(List<BigDecimal> values, Wholeness wholeness, int wanted) {
        if (values.isEmpty()) {
            return List.of();
        }
        BigDecimal least = Collections.min(values);
        BigDecimal width = width(Collections.max(values).subtract(least), wholeness, wanted);
        BigDecimal first = index(least, width);
        int count = index(Collections.max(values), width).subtract(first).intValueExact() + 1;
        long[] counts = new long[count];
        for (BigDecimal value : values) {
            counts[index(value, width).subtract(first).intValueExact()]++;
        }
        List<Bin> bins = new ArrayList<>(count);
        for (int bin = 0; bin < count; bin++) {
            BigDecimal from = first.add(BigDecimal.valueOf(bin)).multiply(width);
            bins.add(new Bin(edge(from), edge(from.add(width)), counts[bin]));
        }
        return bins;
    }

    /** Whether values can be between one whole number and the next. */
    public enum Wholeness {
        WHOLE,
        FRACTIONS
    }

    /** Returns 1, 2 or 5 times a power of ten: the smallest width that makes no more bins than wanted. */
    private static BigDecimal width(BigDecimal range, Wholeness wholeness, int wanted) {
        if (range.signum() == 0) {
            return BigDecimal.ONE;
        }
        BigDecimal rough = range.divide(BigDecimal.valueOf(wanted), MathContext.DECIMAL64);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
        BigDecimal width = ROUND.stream()
                .map(power::multiply)
                .filter(step -> step.compareTo(rough) >= 0)
                .findFirst()
                .orElseThrow();
        return wholeness == Wholeness.WHOLE ? width.max(BigDecimal.ONE) : width;
    }

    private static BigDecimal index(BigDecimal value, BigDecimal width) {
        return value.divide(width, 0, RoundingMode.FLOOR);
    }

    private static Datum edge(BigDecimal edge) {
        BigDecimal plain = edge.stripTrailingZeros();
        return Datum.of(plain.scale() < 0 ? plain.setScale(0) : plain);
    }
}
