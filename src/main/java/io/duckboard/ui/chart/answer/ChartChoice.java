package io.duckboard.ui.chart.answer;

import io.duckboard.ui.chart.ChartKind;
import java.util.List;
import java.util.OptionalInt;

/**
 * How somebody wants an answer drawn. Columns are indices, since names may occur twice.
 *
 * @param x the column on the horizontal axis; a histogram does not use it
 * @param y the columns that are measured
 * @param series the column each of whose values makes a series
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

    /**
     * Returns the columns of {@code y} that are drawn: only one, if the kind has no series or another column makes
     * them.
     */
    List<Integer> measures() {
        return hasSeries() && series.isEmpty() ? y : y.subList(0, 1);
    }

    /** Returns the column that makes the series, if the kind has series. */
    OptionalInt splitBy() {
        return hasSeries() ? series : OptionalInt.empty();
    }

    int firstY() {
        return y.getFirst();
    }

    boolean hasSeries() {
        return switch (kind) {
            case HORIZONTAL_BARS, COLUMNS, STACKED, LINE, AREA, SCATTER -> true;
            case PIE, HISTOGRAM, MAP, HEAT_MAP -> false;
        };
    }
}
