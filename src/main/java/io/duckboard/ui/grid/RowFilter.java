package io.duckboard.ui.grid;

import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.sql.SqlType;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that rows must meet to be shown.
 *
 * @param anywhere a text that must occur in some column; empty for all rows
 * @param columns at most one filter for a column
 */
record RowFilter(String anywhere, List<ColumnFilter> columns) {

    static final RowFilter NONE = new RowFilter("", List.of());

    RowFilter {
        columns = List.copyOf(columns);
    }

    boolean isNone() {
        return anywhere.isBlank() && columns.isEmpty();
    }

    RowFilter anywhere(String text) {
        return new RowFilter(text, columns);
    }

    /** Replaces the filter of that column. */
    RowFilter with(ColumnFilter filter) {
        Stream<ColumnFilter> others = columns.stream().filter(each -> each.column() != filter.column());
        return new RowFilter(
                anywhere,
                filter.wanted().isBlank()
                        ? others.toList()
                        : Stream.concat(others, Stream.of(filter)).toList());
    }

    Predicate<List<@Nullable Object>> predicate(List<Column> types) {
        Predicate<List<@Nullable Object>> all = _ -> true;
        for (ColumnFilter filter : columns) {
            var value = filter.predicate(new SqlType(types.get(filter.column()).type()));
            all = all.and(row -> value.test(row.get(filter.column())));
        }
        if (anywhere.isBlank()) {
            return all;
        }
        var text = new TextFilter(anywhere.strip());
        return all.and(row -> row.stream().anyMatch(text));
    }
}
