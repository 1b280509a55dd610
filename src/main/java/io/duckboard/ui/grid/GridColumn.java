package io.duckboard.ui.grid;

import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.sql.SqlType;
import io.duckboard.format.Harmless;
import java.util.ArrayList;
import java.util.List;

/**
 * A column as the browser draws it.
 *
 * @param name harmless
 * @param type in short
 * @param wholeType as DuckDB has it
 * @param width in rem
 * @param number whether its values stand at the right
 */
record GridColumn(String name, String type, String wholeType, double width, boolean number) {

    /** Rows that are looked at for the width of a column: what comes first is seen first. */
    private static final int MEASURED_ROWS = 50;

    /** Of a column, in characters. */
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

    /** As the widest of its texts, within bounds, so that nothing moves once it is drawn. */
    private static double width(int position, int name, SqlType type, ShownRows rows) {
        // The mark of the order stands beside the name.
        int characters = Math.max(name + 2, type.shortName().length());
        for (int row : rows.positions(0, MEASURED_ROWS)) {
            int length =
                    Cell.of(rows.row(row).get(position)).text().orElse("NULL").length();
            characters = Math.max(characters, length);
        }
        return Math.clamp(characters, NARROWEST, WIDEST) * 0.55 + 2;
    }
}
