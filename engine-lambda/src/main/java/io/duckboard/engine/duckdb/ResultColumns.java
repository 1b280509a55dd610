package io.duckboard.engine.duckdb;

import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.ColumnNames;
import io.duckboard.engine.protocol.RowFormat;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a result.
 *
 * @param columns as DuckDB names them; names may repeat
 * @param isEnclosed whether the values were cast for the driver: see {@link #readable}
 */
record ResultColumns(List<Column> columns, RowFormat format, boolean isEnclosed) {

    ResultColumns {
        columns = List.copyOf(columns);
    }

    static ResultColumns of(ResultSetMetaData result, RowFormat format) throws SQLException {
        var columns = new ArrayList<Column>();
        for (int column = 1; column <= result.getColumnCount(); column++) {
            columns.add(new Column(result.getColumnName(column), result.getColumnTypeName(column)));
        }
        return new ResultColumns(columns, format, false);
    }

    /** The names in the rows. */
    List<String> names() {
        return switch (format) {
            case RECORDS -> ColumnNames.ofRecord(columns);
            case ROWS, TEXTS -> columns.stream().map(Column::name).toList();
        };
    }

    /** Whether a value of this type is in DuckDB's notation of a time. */
    boolean isTimes(Column column) {
        return isEnclosed
                && format != RowFormat.TEXTS
                && DriverTypes.readAs(column.type()).isPresent();
    }

    /** Whether the driver can read everything as it is. */
    boolean isReadable() {
        return format != RowFormat.TEXTS
                && columns.stream()
                        .allMatch(column -> DriverTypes.readAs(column.type()).isEmpty());
    }

    /** @return the judged text with its columns as types that the driver reads */
    Enclosed readable(String judged) {
        return Enclosed.selecting(columns, this::cell, judged);
    }

    ResultColumns enclosed() {
        return new ResultColumns(columns, format, true);
    }

    private String cell(int column) {
        String alias = Enclosed.alias(column);
        return switch (format) {
            case TEXTS -> cast(alias, "VARCHAR");
            case RECORDS, ROWS ->
                DriverTypes.readAs(columns.get(column).type())
                        .map(type -> cast(alias, type))
                        .orElse(alias);
        };
    }

    private static String cast(String cell, String type) {
        return "CAST(" + cell + " AS " + type + ")";
    }
}
