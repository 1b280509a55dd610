package io.duckboard.ui.chart.answer;

import io.duckboard.ui.chart.ChartKind;
import java.util.List;
import java.util.OptionalInt;

/**
 * What somebody wants drawn of an answer. Columns are indices, since names may occur twice.
 *
 * @param x what lies along the foot; a histogram has no use for it
 * @param y what is measured
 * @param series the column whose values make a series each
 */
public record ChartChoice(ChartKind kind, int x, List<Integer> y, OptionalInt series) {

    public ChartChoice {
        y = List.copyOf(y);
        if (y.isEmpty()) {
            throw new IllegalArgumentException("A chart draws at least one column");
        }
    }

    ChartChoice(ChartKind kind, int x, List<Integer> y) {
        this(kind, x, y, OptionalInt.empty());
    }

    /** The columns of {@code y} that are drawn: one, if the kind has no series or another column makes them. */
    List<Integer> measures() {
        return hasSeries() && series.isEmpty() ? y : y.subList(0, 1);
    }

    /** The column that makes the series, if the kind has any. */
    OptionalInt splitBy() {
        return hasSeries() ? series : OptionalInt.empty();
    }

    int firstY() {
        return y.getFirst();
    }

    boolean hasSeries() {
        return switch (kind) {
            case HORIZONTAL_BARS, COLUMNS, STACKED, LINE, AREA, SCATTER -> true;
            case PIE, HISTOGRAM, MAP -> false;
        };
    }
}
