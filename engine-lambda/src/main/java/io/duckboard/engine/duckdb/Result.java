package io.duckboard.engine.duckdb;

import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.JsonRows;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.engine.protocol.Truncation;
import java.util.List;

/** The way a query ended in DuckDB. */
public sealed interface Result {

    record Rows(List<Column> columns, JsonRows json, long rowCount, Truncation truncated) implements Result {}

    /** @param columns the column names in the file */
    record Exported(List<Column> columns, ResultFile file) implements Result {}

    /** @param unexpected whether the database itself may be damaged */
    record Failed(Problem problem, boolean unexpected) implements Result {}

    /** The query did not run, since its caller holds the answer. */
    record Unchanged() implements Result {}

    /** A file of the lake was replaced while it was read. If the query is run again, it may well succeed. */
    record Outdated(Problem problem) implements Result {}
}
