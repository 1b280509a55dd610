package io.duckboard.engine.duckdb;

import io.duckboard.engine.guard.AllowedPaths;
import io.duckboard.engine.guard.Guard;
import io.duckboard.engine.guard.Verdict;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.Truncation;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.duckdb.DuckDBConnection;

/** Runs one query at a time: judged by the guard, read-only, on a connection of its own. */
public final class QueryRunner {

    private final Database database;
    private final String lake;
    private final AllowedPaths paths;

    /**
     * @param lake the lake's prefix, which no message may name
     * @param paths the files that queries may name
     */
    public QueryRunner(Database database, String lake, AllowedPaths paths) {
        this.database = database;
        this.lake = lake;
        this.paths = paths;
    }

    /** @param room bytes the rows may take as JSON, given their columns */
    public Result run(Request.Query query, ToIntFunction<List<Column>> room, Interruption interruption) {
        return DeepStack.call(() -> interruptibly(query, room, interruption));
    }

    private Result interruptibly(Request.Query query, ToIntFunction<List<Column>> room, Interruption interruption) {
        try (DuckDBConnection connection = database.connect()) {
            interruption.begin(connection);
            try {
                return judgeAndRun(connection, query, room, interruption);
            } finally {
                interruption.end();
            }
        } catch (SQLException e) {
            return failed(e, query.sql());
        } catch (OutOfMemoryError e) {
            // A cell that does not fit in the JVM: it is garbage by now, and DuckDB keeps its own memory.
            return new Result.Failed(Exhaustion.ofMemory(), true);
        }
    }

    private Result judgeAndRun(
            DuckDBConnection connection,
            Request.Query query,
            ToIntFunction<List<Column>> room,
            Interruption interruption) {
        var guard = new Guard(new DuckDbParser(connection), paths);
        return switch (guard.judge(query.sql(), query.parameters().keySet())) {
            case Verdict.Refused(Problem problem) -> new Result.Failed(problem, false);
            case Verdict.Allowed allowed -> run(connection, allowed, query, room, interruption);
        };
    }

    private Result run(
            DuckDBConnection connection,
            Verdict.Allowed allowed,
            Request.Query query,
            ToIntFunction<List<Column>> room,
            Interruption interruption) {
        try {
            Database.execute(connection, "BEGIN TRANSACTION READ ONLY");
            if (allowed.parameters().isEmpty()) {
                try (Statement statement = connection.createStatement();
                        ResultSet result = statement.executeQuery(allowed.sql())) {
                    return rows(result, allowed, query, room, interruption);
                }
            }
            try (PreparedStatement statement = connection.prepareStatement(allowed.sql())) {
                Bindings.bind(statement, allowed.parameters(), query.parameters());
                try (ResultSet result = statement.executeQuery()) {
                    return rows(result, allowed, query, room, interruption);
                }
            }
        } catch (SQLException e) {
            return failed(e, allowed.sql());
        } catch (BadParameterException e) {
            return new Result.Failed(e.problem(), false);
        }
    }

    private Result rows(
            ResultSet result,
            Verdict.Allowed allowed,
            Request.Query query,
            ToIntFunction<List<Column>> room,
            Interruption interruption)
            throws SQLException, BadParameterException {
        ResultColumns columns = ResultColumns.of(result.getMetaData(), query.format());
        RowBuffer buffer = new RowBuffer(columns, room.applyAsInt(columns.columns()));
        Truncation truncated = fill(buffer, result, query.limit());
        if (truncated == Truncation.NONE) {
            Optional<StreamEnd.Failure> failure = StreamEnd.failure(result, allowed, query.parameters(), interruption);
            if (failure.isPresent()) {
                return failure.get().result(this::failed);
            }
        }
        return new Result.Rows(columns.columns(), buffer.finished(), buffer.rows(), truncated);
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

    private Result failed(SQLException error, String sql) {
        Problem problem = DuckDbErrors.problem(error, sql, lake);
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
