package io.duckboard.board.export;

import java.util.DoubleSummaryStatistics;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Shades of one colour, from the least value to the greatest. */
final class Shades {

    private static final int COUNT = 8;

    private final DoubleSummaryStatistics values;

    Shades(DoubleStream values) {
        this.values = values.summaryStatistics();
    }

    /** The style of a value; that of nothing, if there is none. */
    String of(OptionalDouble value) {
        if (value.isEmpty()) {
            return "h0";
        }
        double span = values.getMax() - values.getMin();
        double share = span > 0 ? (value.getAsDouble() - values.getMin()) / span : 1;
        return "h" + Math.clamp(1 + (int) (share * COUNT), 1, COUNT);
    }
}
