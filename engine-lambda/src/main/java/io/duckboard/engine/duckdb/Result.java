package io.duckboard.engine.duckdb;

import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.JsonRows;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.engine.protocol.Truncation;
import java.util.List;

/** How a query ended in DuckDB. */
public sealed interface Result {

    record Rows(List<Column> columns, JsonRows json, long rowCount, Truncation truncated) implements Result {}

    /** @param columns as the file names them */
    record Exported(List<Column> columns, ResultFile file) implements Result {}

    /** @param unexpected whether the database itself may have suffered */
    record Failed(Problem problem, boolean unexpected) implements Result {}

    /** A file of the lake was replaced while it was read; begun again, the query may well succeed. */
    record Outdated(Problem problem) implements Result {}
}
