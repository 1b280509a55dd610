package io.duckboard.engine.duckdb;

import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/** Distinguishes the end of a query's rows from a failure in the middle of them, which JDBC shows as an end. */
final class StreamEnd {

    /** Runs a query to its end without keeping its rows, and reports its errors. */
    private static final String RUN_THROUGH = "EXPLAIN ANALYZE ";

    private static final Problem UNKNOWN =
            Problem.of(ErrorCode.INTERNAL, "The query failed after its first rows.", "Try again.");

    private StreamEnd() {}

    /** @return why {@code result}, which has no more rows, is incomplete; empty if it is complete */
    static Optional<Failure> failure(ResultSet result, JudgedQuery query, Interruption interruption)
            throws SQLException, BadParameterException, LakeException {
        if (!DriverInternals.brokeOff(result)) {
            return Optional.empty();
        }
        if (interruption.isWanted()) {
            return Optional.of(new Failure.Interrupted());
        }
        result.close();
        return Optional.of(reason(query));
    }

    /** The driver has lost the reason, so the query has to fail once more. */
    private static Failure reason(JudgedQuery query) throws BadParameterException, LakeException {
        String sql = RUN_THROUGH + query.sql();
        try {
            // The failure has ended the transaction, even if nobody was told.
            Database.execute(query.connection(), "ROLLBACK");
            Database.execute(query.connection(), "BEGIN TRANSACTION READ ONLY");
            return query.run(sql, rows -> new Failure.Passing());
        } catch (SQLException e) {
            return new Failure.Lasting(e, sql);
        }
    }

    /** The reason why the rows broke off. */
    sealed interface Failure {

        /** @param failed tells what an error in a SQL text means */
        Result result(BiFunction<SQLException, String, Result> failed);

        record Interrupted() implements Failure {
            @Override
            public Result result(BiFunction<SQLException, String, Result> failed) {
                return new Result.Failed(UNKNOWN, false);
            }
        }

        /** The failure did not happen again, so the query deserves a second try. */
        record Passing() implements Failure {
            @Override
            public Result result(BiFunction<SQLException, String, Result> failed) {
                return new Result.Outdated(UNKNOWN);
            }
        }

        /** @param sql the text that was run, with the engine's prefix before the caller's text */
        record Lasting(SQLException reason, String sql) implements Failure {
            @Override
            public Result result(BiFunction<SQLException, String, Result> failed) {
                return failed.apply(reason, sql) instanceof Result.Failed(Problem problem, boolean unexpected)
                        ? new Result.Failed(atItsPlace(problem), unexpected)
                        : new Result.Outdated(UNKNOWN);
            }

            private static Problem atItsPlace(Problem problem) {
                OptionalInt position = problem.position();
                return position.isPresent()
                        ? problem.at(Math.max(0, position.getAsInt() - RUN_THROUGH.length()))
                        : problem;
            }
        }
    }
}
