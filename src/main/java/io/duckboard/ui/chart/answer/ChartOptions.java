package io.duckboard.ui.chart.answer;

import io.duckboard.engine.protocol.Column;
import io.duckboard.ui.chart.ChartKind;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Which charts an answer's columns allow, independent of their values. */
record ChartOptions(List<Column> columns) {

    ChartOptions {
        columns = List.copyOf(columns);
    }

    List<ChartKind> kinds() {
        return Arrays.stream(ChartKind.values()).filter(this::offers).toList();
    }

    private boolean offers(ChartKind kind) {
        return y().stream()
                .anyMatch(y -> kind == ChartKind.HISTOGRAM || x(kind).stream().anyMatch(x -> !x.equals(y)));
    }

    /** Returns the columns that can be on the horizontal axis. */
    List<Integer> x(ChartKind kind) {
        return switch (kind) {
            // Nobody can choose yet what its rows are.
            case HISTOGRAM, HEAT_MAP -> List.of();
            case MAP -> indices(ColumnRole::isZoneId);
            case SCATTER ->
                indices(column ->
                        ColumnRole.of(column) == ColumnRole.NUMBER || ColumnRole.of(column) == ColumnRole.TIME);
            case HORIZONTAL_BARS, COLUMNS, STACKED, LINE, AREA, PIE -> flat();
        };
    }

    /** Returns the columns that can be measured. */
    List<Integer> y() {
        return indices(column -> ColumnRole.of(column) == ColumnRole.NUMBER);
    }

    /** Returns the columns whose values can name series. */
    List<Integer> series() {
        return flat();
    }

    /** Returns the choice with its unsuitable columns replaced by ones that its kind can draw. */
    ChartChoice fitting(ChartChoice wanted) {
        List<Integer> feet = x(wanted.kind());
        int x = feet.isEmpty() || feet.contains(wanted.x()) ? wanted.x() : feet.getFirst();
        if (wanted.kind() == ChartKind.HISTOGRAM) {
            return wanted;
        }
        List<Integer> measures = wanted.y().stream().filter(y -> y != x).toList();
        if (!measures.isEmpty()) {
            return new ChartChoice(wanted.kind(), x, measures, wanted.series());
        }
        List<Integer> others = y().stream().filter(y -> y != x).toList();
        return new ChartChoice(wanted.kind(), x, others.isEmpty() ? wanted.y() : others.subList(0, 1), wanted.series());
    }

    private List<Integer> flat() {
        return indices(column -> ColumnRole.of(column) != ColumnRole.NESTED);
    }

    private List<Integer> indices(Predicate<Column> fits) {
        return IntStream.range(0, columns.size())
                .filter(index -> fits.test(columns.get(index)))
                .boxed()
                .toList();
    }
}
