package io.duckboard.datapage;

import io.duckboard.client.AnswerRow;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import java.util.List;
import java.util.Map;

/**
 * A column of a table of the lake.
 *
 * @param type DuckDB's own name
 * @param description empty if there is none
 * @param isPartition whether its values are in the names of folders
 */
public record ColumnEntry(String name, String type, String description, boolean isPartition) {

    /** This is more columns than anyone looks through. */
    private static final int MOST = 10_000;

    public static Request.Query query(String table) {
        return Request.Query.of("""
                SELECT name, type, description, is_partition
                FROM lake.columns WHERE table_name = $table ORDER BY position""")
                .parameters(Map.of("table", new Parameter(Parameter.Type.VARCHAR, table)))
                .limit(MOST)
                .format(RowFormat.ROWS);
    }

    public static List<ColumnEntry> of(Answer.Rows answer) {
        return AnswerRow.all(answer).stream().map(ColumnEntry::of).toList();
    }

    static ColumnEntry of(AnswerRow row) {
        return new ColumnEntry(row.text("name"), row.text("type"), row.text("description"), row.isTrue("is_partition"));
    }

    public ColumnFamily family() {
        return ColumnFamily.of(type);
    }
}
