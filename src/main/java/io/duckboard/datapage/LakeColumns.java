package io.duckboard.datapage;

import io.duckboard.client.AnswerRow;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The columns of all tables of the lake. */
public final class LakeColumns {

    public static final LakeColumns NONE = new LakeColumns(Map.of());

    /** This is more columns than anyone looks through in all tables of a lake together. */
    private static final int MOST = 100_000;

    private final Map<String, List<ColumnEntry>> byTable;

    private LakeColumns(Map<String, List<ColumnEntry>> byTable) {
        this.byTable = Map.copyOf(byTable);
    }

    public static Request.Query query() {
        return Request.Query.of("""
                SELECT name, type, description, is_partition, table_name
                FROM lake.columns ORDER BY table_name, position""").limit(MOST).format(RowFormat.ROWS);
    }

    public static LakeColumns of(Answer.Rows answer) {
        var byTable = new HashMap<String, List<ColumnEntry>>();
        for (AnswerRow row : AnswerRow.all(answer)) {
            byTable.computeIfAbsent(key(row.text("table_name")), _ -> new ArrayList<>())
                    .add(ColumnEntry.of(row));
        }
        return new LakeColumns(byTable);
    }

    /** Returns the columns in their order; empty if there is no such table. */
    public Optional<List<ColumnEntry>> of(String table) {
        return Optional.ofNullable(byTable.get(key(table)));
    }

    private static String key(String table) {
        return table.toLowerCase(Locale.ROOT);
    }
}
