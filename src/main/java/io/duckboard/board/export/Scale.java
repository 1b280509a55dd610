package io.duckboard.board.export;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * An axis of numbers whose ends and lines are round.
 *
 * @param step between two lines
 * @param count of steps
 */
record Scale(double from, double step, int count) {

    private static final int STEPS = 4;

    /** Of bars, which begin at zero. */
    static Scale fromZero(DoubleStream values) {
        return of(DoubleStream.concat(values, DoubleStream.of(0)).summaryStatistics());
    }

    static Scale of(DoubleStream values) {
        return of(values.summaryStatistics());
    }

    private static Scale of(DoubleSummaryStatistics values) {
        if (values.getCount() == 0) {
            return new Scale(0, 1, 1);
        }
        double span = values.getMax() - values.getMin();
        double step = round(span > 0 ? span / STEPS : Math.max(1, Math.abs(values.getMax())) / STEPS);
        double first = Math.floor(values.getMin() / step) * step;
        int count = (int) Math.ceil((values.getMax() - first) / step - 1e-9);
        return new Scale(first, step, Math.max(1, count));
    }

    /** The next greater round number: 1, 2 or 5 times a power of ten. */
    static double round(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        return least <= power ? power : least <= 2 * power ? 2 * power : least <= 5 * power ? 5 * power : 10 * power;
    }

    double to() {
        return from + step * count;
    }

    /** From 0 at the one end to 1 at the other. */
    double share(double value) {
        return (value - from) / (to() - from);
    }

    /** The values at the lines, the greatest first. */
    List<Double> lines() {
        return IntStream.rangeClosed(0, count)
                .mapToObj(line -> from + step * (count - line))
                .toList();
    }
}
