package io.duckboard.board.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A table, and what its columns are like. */
record KnownTable(LakeTable table, long rows, List<ColumnFacts> columns) {

    KnownTable {
        columns = List.copyOf(columns);
    }

    private static final double MOST_IN_COMMON = 0.8;

    /** Fewer points are no line. */
    private static final int LEAST_TIMES = 7;

    /** As a table that says more of another's rows: when one of its own came to be is not what people ask then. */
    KnownTable withoutTimes() {
        return new KnownTable(
                table,
                rows,
                columns.stream()
                        .filter(column -> column.column().family() != LakeColumn.Family.TIME)
                        .toList());
    }

    /** The time by which what is in the table has happened, as far as names and values tell. */
    Optional<ColumnFacts> time() {
        return best(this::isTime, ColumnFacts::timeScore).stream().findFirst();
    }

    private boolean isTime(ColumnFacts column) {
        // The first of many rows may all be of one day.
        return column.isTime() && (column.distinct() >= LEAST_TIMES || column.rows() < rows);
    }

    List<ColumnFacts> measures() {
        return best(ColumnFacts::isMeasure, ColumnFacts::measureScore);
    }

    List<ColumnFacts> groups() {
        return best(ColumnFacts::isGroup, ColumnFacts::groupScore);
    }

    /** Columns by which each row is known: no two rows have the same value, and none has none. */
    List<ColumnFacts> keys() {
        return columns.stream()
                .filter(column -> column.words().isIdentifier()
                        && rows > 1
                        && column.rows() == rows
                        && column.present() == rows
                        && column.distinct() == rows)
                .toList();
    }

    /** How much there is to see; more is better. */
    double score() {
        return Math.log10(rows + 1.0)
                + (time().isPresent() ? 3 : 0)
                + (measures().isEmpty() ? 0 : 1.5)
                + (groups().isEmpty() ? 0 : 0.5);
    }

    /** Whether it has the same columns, but for a few: a copy, a month of it, or what a model has made of it. */
    boolean isLike(KnownTable other) {
        Set<String> names = other.table.columns().stream()
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        long common = table.columns().stream()
                .filter(column -> names.contains(column.name().toLowerCase(Locale.ROOT)))
                .count();
        return common > MOST_IN_COMMON * Math.max(table.columns().size(), names.size());
    }

    /** The best first; of those that are as good, the one that comes first in the table. */
    private List<ColumnFacts> best(Predicate<ColumnFacts> fitting, ToDoubleFunction<ColumnFacts> score) {
        return columns.stream()
                .filter(fitting)
                .sorted(Comparator.comparingDouble(score).reversed())
                .toList();
    }
}
