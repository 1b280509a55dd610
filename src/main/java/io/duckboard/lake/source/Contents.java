package io.duckboard.lake.source;

import io.duckboard.engine.sql.type.ColumnType;
import java.util.List;

/**
 * What is in a file.
 *
 * @param relation the text after FROM
 * @param rows how many rows were counted, not by DuckDB's reader
 */
record Contents(SourceFile file, List<SourceColumn> columns, String relation, long rows, Found found) {

    /** One column without rows, as DuckDB has it of an empty file. */
    static Contents ofNothing(SourceFile file, Found.Builder found) {
        return new Contents(
                file,
                List.of(new SourceColumn(ColumnNames.ofHeader(List.of("")).getFirst(), ColumnType.NULL, "c0")),
                "(SELECT CAST(NULL AS VARCHAR) AS c0 WHERE false)",
                0,
                found.add("empty").found(1, 0));
    }
}
