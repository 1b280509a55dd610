package io.duckboard.engine.bench.growth;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Where values lie in a panel of the picture, in pixels.
 *
 * @param least the power of ten at the bottom
 * @param most the one at the top
 */
record Scale(int left, int least, int most) {

    static final int WIDTH = 290;
    static final int TOP = 138;
    static final int BOTTOM = 372;

    /** Between two labels, so that one can read both. */
    private static final double APART = 16;

    /** A margin keeps the points off the axis. */
    private static final int MARGIN = 24;

    double x(int months) {
        return left + MARGIN + (WIDTH - 2 * MARGIN) * Math.log10(months) / 2;
    }

    double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * (Math.log10(value) - least) / (most - least);
    }

    /** The same heights in the same order, none too near to another. */
    double[] apart(double[] heights) {
        int[] fromTop = IntStream.range(0, heights.length)
                .boxed()
                .sorted(Comparator.comparingDouble(number -> heights[number]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] apart = Arrays.copyOf(heights, heights.length);
        for (int place = 1; place < fromTop.length; place++) {
            apart[fromTop[place]] = Math.max(apart[fromTop[place]], apart[fromTop[place - 1]] + APART);
        }
        return apart;
    }
}
