package io.duckboard.board.rule;

import io.duckboard.client.AnswerRow;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A table of the lake, as the catalog has it.
 *
 * @param rows absent if the catalog does not know
 * @param isView whether its rows are computed anew by each query
 */
record LakeTable(String name, OptionalLong rows, boolean isView, List<LakeColumn> columns) {

    private static final int MOST_TABLES = 10_000;
    private static final int MOST_COLUMNS = 100_000;

    LakeTable {
        columns = List.copyOf(columns);
    }

    /** Asks for the tables that can be read. */
    static Request.Query question() {
        return Request.Query.of("SELECT name, rows, kind FROM lake.tables WHERE problem IS NULL ORDER BY lower(name)")
                .limit(MOST_TABLES)
                .format(RowFormat.ROWS);
    }

    /** Asks for the columns of all of them. */
    static Request.Query columnsQuestion() {
        return Request.Query.of(
                        "SELECT table_name, name, type, is_partition FROM lake.columns ORDER BY table_name, position")
                .limit(MOST_COLUMNS)
                .format(RowFormat.ROWS);
    }

    /** The tables that have columns. */
    static List<LakeTable> of(Answer.Rows tables, Answer.Rows columns) {
        Map<String, List<LakeColumn>> byTable = new HashMap<>();
        for (AnswerRow row : AnswerRow.all(columns)) {
            byTable.computeIfAbsent(row.text("table_name"), _ -> new ArrayList<>())
                    .add(new LakeColumn(row.text("name"), row.text("type"), row.isTrue("is_partition")));
        }
        return AnswerRow.all(tables).stream()
                .filter(row -> byTable.containsKey(row.text("name")))
                .map(row -> new LakeTable(
                        row.text("name"),
                        row.optionalCount("rows"),
                        row.text("kind").equals("view"),
                        byTable.getOrDefault(row.text("name"), List.of())))
                .toList();
    }

    boolean has(LakeColumn.Family family) {
        return columns.stream().anyMatch(column -> column.family() == family);
    }

    String sql() {
        return SqlName.of(name);
    }

    String label() {
        return LakeColumn.label(name);
    }
}
