package io.duckboard.datapage;

import io.duckboard.client.AnswerRow;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A hive partition of a table.
 *
 * @param name such as {@code date=2019-04-01}
 * @param bytes absent if the lake has no catalog
 */
public record PartitionEntry(String name, long files, OptionalLong bytes) {

    /** Enough for twenty-seven years of daily partitions. */
    private static final int MOST = 10_000;

    public static Request.Query query(String table) {
        return Request.Query.of("""
                SELECT partition, files, bytes
                FROM lake.partitions WHERE table_name = $table ORDER BY partition""")
                .parameters(Map.of("table", new Parameter(Parameter.Type.VARCHAR, table)))
                .limit(MOST)
                .format(RowFormat.ROWS);
    }

    public static List<PartitionEntry> of(Answer.Rows answer) {
        return AnswerRow.all(answer).stream()
                .map(row -> new PartitionEntry(row.text("partition"), row.count("files"), row.optionalCount("bytes")))
                .toList();
    }
}
