package io.duckboard.engine.duckdb;

import io.duckboard.engine.guard.Guard;
import io.duckboard.engine.guard.Verdict;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.Truncation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.ToIntFunction;
import org.duckdb.DuckDBConnection;

/** Runs one query at a time: judged by the guard, read-only, on a connection of its own. */
public final class QueryRunner {

    private final Database database;
    private final String lake;

    /** @param lake the lake's prefix, which no message may name */
    public QueryRunner(Database database, String lake) {
        this.database = database;
        this.lake = lake;
    }

    /** @param room bytes the rows may take as JSON, given their columns */
    public Result run(Request.Query query, ToIntFunction<List<Column>> room) {
        try (DuckDBConnection connection = database.connect()) {
            return switch (new Guard(new DuckDbParser(connection)).judge(query.sql())) {
                case Verdict.Refused(Problem problem) -> new Result.Failed(problem, false);
                case Verdict.Allowed(String sql) -> rows(connection, sql, query, room);
            };
        } catch (SQLException e) {
            return failed(e, query);
        }
    }

    private static Result rows(
            DuckDBConnection connection, String sql, Request.Query query, ToIntFunction<List<Column>> room)
            throws SQLException {
        Database.execute(connection, "BEGIN TRANSACTION READ ONLY");
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            ResultColumns columns = ResultColumns.of(result.getMetaData(), query.format());
            RowBuffer buffer = new RowBuffer(columns, room.applyAsInt(columns.columns()));
            Truncation truncated = fill(buffer, result, query.limit());
            return new Result.Rows(columns.columns(), buffer.finished(), buffer.rows(), truncated);
        }
    }

    /** Reads one row more than wanted, to know whether there are more. */
    private static Truncation fill(RowBuffer buffer, ResultSet result, int limit) throws SQLException {
        while (result.next()) {
            if (buffer.rows() == limit) {
                return Truncation.LIMIT;
            }
            if (!buffer.add(result)) {
                return Truncation.SIZE;
            }
        }
        return Truncation.NONE;
    }

    private Result failed(SQLException error, Request.Query query) {
        Problem problem = DuckDbErrors.problem(error, query.sql(), lake);
        if (DuckDbErrors.isOutdated(error, lake)) {
            return new Result.Outdated(problem);
        }
        return new Result.Failed(
                problem,
                switch (problem.code()) {
                    case INTERNAL, OUT_OF_MEMORY -> true;
                    default -> false;
                });
    }
}
