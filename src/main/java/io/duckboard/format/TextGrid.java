package io.duckboard.format;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.sql.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer as texts that are safe to print.
 *
 * @param names the names of the columns
 * @param numeric which columns hold numbers
 * @param rows one list for each row, with one text for each column
 */
public record TextGrid(List<String> names, List<Boolean> numeric, List<List<Cell>> rows) {

    /** @param isNull whether the value is NULL, which the text alone cannot show */
    public record Cell(String text, boolean isNull) {

        public static Cell of(@Nullable Object value) {
            return new Cell(Harmless.line(ValueText.of(value)), value == null);
        }
    }

    public static TextGrid of(Answer.Rows answer) {
        List<Column> columns = answer.metadata().columns();
        var rows = new ArrayList<List<Cell>>();
        for (List<@Nullable Object> row : answer.rows()) {
            var cells = new ArrayList<Cell>();
            row.forEach(value -> cells.add(Cell.of(value)));
            rows.add(cells);
        }
        return new TextGrid(
                columns.stream().map(column -> Harmless.line(column.name())).toList(),
                columns.stream()
                        .map(column -> new SqlType(column.type()).isNumber())
                        .toList(),
                rows);
    }
}
