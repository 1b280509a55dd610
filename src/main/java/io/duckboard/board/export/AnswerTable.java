package io.duckboard.board.export;

import io.duckboard.board.ColumnName;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an answer that a tile shows.
 *
 * @param columns their names
 */
record AnswerTable(List<String> columns, List<Row> rows) {

    /** @param values one of each column */
    record Row(List<@Nullable Object> values) {}

    static AnswerTable of(Answer.Rows answer, List<List<@Nullable Object>> shown) {
        List<Column> columns = answer.metadata().columns();
        return new AnswerTable(
                columns.stream().map(Column::name).toList(),
                shown.stream().map(row -> new Row(readable(row, columns))).toList());
    }

    /** Times as people write them, without the T of ISO 8601. */
    private static List<@Nullable Object> readable(List<@Nullable Object> row, List<Column> columns) {
        var readable = new ArrayList<@Nullable Object>(row);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).type().startsWith("TIMESTAMP") && row.get(i) instanceof String time) {
                readable.set(i, time.replace('T', ' '));
            }
        }
        return Collections.unmodifiableList(readable);
    }

    /** Where a column is; empty if there is none of that name. */
    OptionalInt position(String name) {
        return IntStream.range(0, columns.size())
                .filter(position -> columns.get(position).equalsIgnoreCase(name))
                .findFirst();
    }

    @Nullable
    Object value(Row row, ColumnName column) {
        OptionalInt position = position(column.name());
        return position.isPresent() ? row.values().get(position.getAsInt()) : null;
    }

    OptionalDouble number(Row row, ColumnName column) {
        return Written.number(value(row, column)).stream()
                .mapToDouble(Number::doubleValue)
                .filter(Double::isFinite)
                .findFirst();
    }

    /** The value of the first row; empty if it is NULL, or there is no row. */
    Optional<Object> first(ColumnName column) {
        return rows.stream().findFirst().flatMap(row -> Optional.ofNullable(value(row, column)));
    }
}
