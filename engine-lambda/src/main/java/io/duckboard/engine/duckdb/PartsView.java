package io.duckboard.engine.duckdb;

import io.duckboard.engine.guard.Guard;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.Parts;
import io.duckboard.engine.lake.Prefixes;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/** Provides the table {@code parts} of one query, which reads the whole answers of other queries. */
public record PartsView(List<String> files) implements TemporaryViews {

    public PartsView {
        files = List.copyOf(files);
    }

    @Override
    public void showTo(DuckDBConnection connection, Prefixes prefixes, Guard guard) throws LakeException {
        if (files.isEmpty()) {
            return;
        }
        String sql = "CREATE TEMP VIEW parts AS SELECT * FROM read_parquet("
                + files.stream().map(Database::literal).collect(Collectors.joining(", ", "[", "]"))
                + ", union_by_name = true, hive_partitioning = false" + ParquetPruning.NAN + ")";
        try {
            Database.execute(connection, sql);
        } catch (SQLException e) {
            Problem problem = DuckDbErrors.problem(e, sql, prefixes).nowhere();
            throw new LakeException(problem.code() == ErrorCode.FILE_MISSING ? missing(problem) : problem, e);
        }
    }

    @Override
    public boolean isEmpty() {
        return files.isEmpty();
    }

    private static Problem missing(Problem problem) {
        return Parts.missing(problem.message().replace(" is not there.", ""));
    }
}
