package io.duckboard.engine.duckdb;

import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.RowFormat;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns of a result and the names they have in its rows.
 *
 * @param columns as DuckDB names them; names may repeat
 * @param names the names in the rows; in records, a repeated name gets _1, _2
 */
record ResultColumns(List<Column> columns, List<String> names, RowFormat format) {

    static ResultColumns of(ResultSetMetaData result, RowFormat format) throws SQLException {
        var columns = new ArrayList<Column>();
        for (int column = 1; column <= result.getColumnCount(); column++) {
            columns.add(new Column(result.getColumnName(column), result.getColumnTypeName(column)));
        }
        List<String> names = columns.stream().map(Column::name).toList();
        return new ResultColumns(columns, format == RowFormat.RECORDS ? distinct(names) : names, format);
    }

    boolean isTime(int column) {
        return columns.get(column - 1).type().equals("TIME");
    }

    private static List<String> distinct(List<String> names) {
        Set<String> taken = new HashSet<>(names);
        Set<String> seen = new HashSet<>();
        var distinct = new ArrayList<String>();
        for (String name : names) {
            String free = name;
            for (int number = 1; !seen.add(free); number++) {
                String candidate = name + "_" + number;
                if (taken.add(candidate)) {
                    free = candidate;
                }
            }
            distinct.add(free);
        }
        return distinct;
    }
}
