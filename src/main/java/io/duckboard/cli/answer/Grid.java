package io.duckboard.cli.answer;

import io.duckboard.cli.terminal.Columns;
import io.duckboard.cli.terminal.Harmless;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import io.duckboard.sql.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer as texts that may be shown on a terminal.
 *
 * @param names of the columns
 * @param numeric which columns hold numbers
 * @param rows one list a row, a text a column
 */
record Grid(List<String> names, List<Boolean> numeric, List<List<Cell>> rows) {

    /** @param isNull what no text can say of itself */
    record Cell(String text, boolean isNull) {

        static Cell of(@Nullable Object value) {
            return new Cell(Harmless.line(CellText.of(value)), value == null);
        }
    }

    static Grid of(Answer.Rows answer) {
        List<Column> columns = answer.metadata().columns();
        var rows = new ArrayList<List<Cell>>();
        for (List<@Nullable Object> row : answer.rows()) {
            var cells = new ArrayList<Cell>();
            row.forEach(value -> cells.add(Cell.of(value)));
            rows.add(cells);
        }
        return new Grid(
                columns.stream().map(column -> Harmless.line(column.name())).toList(),
                columns.stream()
                        .map(column -> new SqlType(column.type()).isNumber())
                        .toList(),
                rows);
    }

    /** The widest text of each column, its name included. */
    List<Integer> widths() {
        var widths = new ArrayList<Integer>();
        for (int column = 0; column < names.size(); column++) {
            int widest = Columns.of(names.get(column));
            for (List<Cell> row : rows) {
                widest = Math.max(widest, Columns.of(row.get(column).text()));
            }
            widths.add(widest);
        }
        return widths;
    }
}
