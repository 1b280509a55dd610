package io.duckboard.ui.grid;

import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.sql.SqlType;
import io.duckboard.format.Harmless;
import java.util.ArrayList;
import java.util.List;

/**
 * A column as the browser draws it.
 *
 * @param name with harmless characters only
 * @param type a short name
 * @param wholeType DuckDB's name
 * @param width in rem
 * @param number whether its values are aligned to the right
 */
record GridColumn(String name, String type, String wholeType, double width, boolean number) {

    /** The number of rows that set the width of a column: people see the first rows first. */
    private static final int MEASURED_ROWS = 50;

    /** The minimum width of a column, in characters. */
    private static final int NARROWEST = 6;

    private static final int WIDEST = 40;

    static List<GridColumn> of(ShownRows rows) {
        var columns = new ArrayList<GridColumn>();
        for (int position = 0; position < rows.columns().size(); position++) {
            Column column = rows.columns().get(position);
            var type = new SqlType(column.type());
            columns.add(new GridColumn(
                    Harmless.line(column.name()),
                    type.shortName(),
                    column.type(),
                    width(position, column.name().length(), type, rows),
                    type.isNumber()));
        }
        return columns;
    }

    /** Returns the width of the widest text, within bounds, so that nothing moves once it is drawn. */
    private static double width(int position, int name, SqlType type, ShownRows rows) {
        // Adds room for the sort mark beside the name.
        int characters = Math.max(name + 2, type.shortName().length());
        for (int row : rows.positions(0, MEASURED_ROWS)) {
            int length =
                    Cell.of(rows.row(row).get(position)).text().orElse("NULL").length();
            characters = Math.max(characters, length);
        }
        return Math.clamp(characters, NARROWEST, WIDEST) * 0.55 + 2;
    }
}
