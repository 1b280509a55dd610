package io.duckboard.engine.duckdb;

import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/** Tells the end of a query's rows from a failure in the midst of them, which JDBC shows as an end. */
final class StreamEnd {

    /** Runs a query through without keeping its rows, and tells its errors. */
    private static final String RUN_THROUGH = "EXPLAIN ANALYZE ";

    private static final Problem UNKNOWN =
            Problem.of(ErrorCode.INTERNAL, "The query failed after its first rows.", "Try again.");

    private StreamEnd() {}

    /** @return why {@code result}, which has no more rows, should have had more; empty if it is whole */
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

    /** The driver has lost the reason, so the query has to meet it once more. */
    private static Failure reason(JudgedQuery query) throws BadParameterException, LakeException {
        String sql = RUN_THROUGH + query.sql();
        try {
            // The failure has ended the transaction, whether or not anyone was told of it.
            Database.execute(query.connection(), "ROLLBACK");
            Database.execute(query.connection(), "BEGIN TRANSACTION READ ONLY");
            return query.run(sql, rows -> new Failure.Passing());
        } catch (SQLException e) {
            return new Failure.Lasting(e, sql);
        }
    }

    /** How rows came to break off. */
    sealed interface Failure {

        /** @param failed what an error in a text of SQL means */
        Result result(BiFunction<SQLException, String, Result> failed);

        record Interrupted() implements Failure {
            @Override
            public Result result(BiFunction<SQLException, String, Result> failed) {
                return new Result.Failed(UNKNOWN, false);
            }
        }

        /** It did not happen again, so the query deserves a second try. */
        record Passing() implements Failure {
            @Override
            public Result result(BiFunction<SQLException, String, Result> failed) {
                return new Result.Outdated(UNKNOWN);
            }
        }

        /** @param sql as it was run through, with a prefix before the caller's own */
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
