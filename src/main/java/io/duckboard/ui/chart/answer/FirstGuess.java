package io.duckboard.ui.chart.answer;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import io.duckboard.ui.chart.ChartKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Guesses the chart that an answer is probably meant for. */
final class FirstGuess {

    /** More series than these are hard to tell apart. */
    private static final int MOST_SERIES = 8;

    private final Answer.Rows answer;
    private final List<Column> columns;

    private FirstGuess(Answer.Rows answer) {
        this.answer = answer;
        this.columns = answer.metadata().columns();
    }

    /** Returns nothing if no column can be measured. */
    static Optional<ChartChoice> of(Answer.Rows answer) {
        return new FirstGuess(answer).guess();
    }

    private Optional<ChartChoice> guess() {
        List<Integer> numbers = indices(ColumnRole.NUMBER);
        List<Integer> times = indices(ColumnRole.TIME);
        List<Integer> labels = indices(ColumnRole.LABEL);
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> measures = numbers.stream()
                .filter(index -> !ColumnRole.isId(columns.get(index)))
                .toList();
        List<Integer> ids =
                numbers.stream().filter(index -> !measures.contains(index)).toList();
        List<Integer> y = measures.isEmpty()
                ? List.of(numbers.getLast())
                : measures.stream().limit(MOST_SERIES).toList();
        if (!times.isEmpty()) {
            int x = times.getFirst();
            return Optional.of(bySeries(ChartKind.LINE, x, y, labels));
        }
        if (!labels.isEmpty()) {
            int x = labels.getFirst();
            return Optional.of(
                    repeats(x)
                            ? bySeries(ChartKind.STACKED, x, y, labels.subList(1, labels.size()))
                            : new ChartChoice(ChartKind.HORIZONTAL_BARS, x, y));
        }
        return Optional.of(ofNumbers(numbers, ids, measures, y));
    }

    private ChartChoice ofNumbers(List<Integer> numbers, List<Integer> ids, List<Integer> measures, List<Integer> y) {
        if (numbers.size() == 1) {
            return new ChartChoice(ChartKind.HISTOGRAM, numbers.getFirst(), numbers);
        }
        if (!ids.isEmpty() && !measures.isEmpty()) {
            int x = ids.getFirst();
            return new ChartChoice(
                    ColumnRole.isPartOfTime(columns.get(x)) ? ChartKind.COLUMNS : ChartKind.HORIZONTAL_BARS, x, y);
        }
        return new ChartChoice(
                ChartKind.SCATTER, numbers.getFirst(), numbers.subList(1, Math.min(numbers.size(), 1 + MOST_SERIES)));
    }

    /** If there is one measure, a label with few values may split it into series. */
    private ChartChoice bySeries(ChartKind kind, int x, List<Integer> y, List<Integer> labels) {
        OptionalInt series = y.size() == 1 && repeats(x)
                ? labels.stream()
                        .mapToInt(label -> label)
                        .filter(label -> distinct(label) > 1 && distinct(label) <= MOST_SERIES)
                        .findFirst()
                : OptionalInt.empty();
        return new ChartChoice(
                kind == ChartKind.STACKED && series.isEmpty() ? ChartKind.HORIZONTAL_BARS : kind, x, y, series);
    }

    /** Whether many values occur more than once. A few repeats do not count, since names of places may occur twice. */
    private boolean repeats(int column) {
        return 3 * distinct(column) <= 2 * present(column).count();
    }

    private long distinct(int column) {
        return present(column).distinct().count();
    }

    private Stream<Object> present(int column) {
        return answer.rows().stream().map(row -> row.get(column)).filter(Objects::nonNull);
    }

    private List<Integer> indices(ColumnRole role) {
        return IntStream.range(0, columns.size())
                .filter(index -> ColumnRole.of(columns.get(index)) == role)
                .boxed()
                .toList();
    }
}
