package io.duckboard.engine.duckdb;

import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.Parts;
import io.duckboard.engine.lake.Prefixes;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/** Table {@code parts} of one query: a temporary view, which its connection alone sees and takes with it. */
record PartsView(List<String> files) {

    /**
     * Shows them, before a table of the lake that has the same name.
     *
     * @param prefixes which no message may name
     * @throws LakeException if one is not there, or cannot be read
     */
    void showTo(DuckDBConnection connection, Prefixes prefixes) throws LakeException {
        if (files.isEmpty()) {
            return;
        }
        String sql = "CREATE TEMP VIEW parts AS SELECT * FROM read_parquet("
                + files.stream().map(Database::literal).collect(Collectors.joining(", ", "[", "]"))
                + ", union_by_name = true, hive_partitioning = false)";
        try {
            Database.execute(connection, sql);
        } catch (SQLException e) {
            Problem problem = DuckDbErrors.problem(e, sql, prefixes).nowhere();
            throw new LakeException(problem.code() == ErrorCode.FILE_MISSING ? missing(problem) : problem, e);
        }
    }

    private static Problem missing(Problem problem) {
        return Parts.missing(problem.message().replace(" is not there.", ""));
    }
}
