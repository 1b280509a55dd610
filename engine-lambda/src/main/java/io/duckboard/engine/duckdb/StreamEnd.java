package io.duckboard.engine.duckdb;

import io.duckboard.engine.guard.Verdict;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.engine.protocol.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells the end of a query's rows from a failure in the midst of them, which JDBC shows as an end. */
final class StreamEnd {

    /** Runs a query through without keeping its rows, and tells its errors. */
    private static final String RUN_THROUGH = "EXPLAIN ANALYZE ";

    private final Verdict.Allowed allowed;
    private final Map<String, Parameter> parameters;
    private final String lake;

    StreamEnd(Verdict.Allowed allowed, Map<String, Parameter> parameters, String lake) {
        this.allowed = allowed;
        this.parameters = parameters;
        this.lake = lake;
    }

    /** @return why {@code result}, which has no more rows, should have had more; empty if it is whole */
    Optional<Problem> problem(ResultSet result, Interruption interruption) throws SQLException, BadParameterException {
        if (!DriverInternals.brokeOff(result)) {
            return Optional.empty();
        }
        Connection connection = result.getStatement().getConnection();
        result.close();
        return Optional.of(interruption.isWanted() ? brokeOff() : reason(connection));
    }

    /** The driver has lost the reason, so the query has to meet it once more. */
    private Problem reason(Connection connection) throws BadParameterException {
        String again = RUN_THROUGH + allowed.sql();
        try (PreparedStatement statement = connection.prepareStatement(again)) {
            Bindings.bind(statement, allowed.parameters(), parameters);
            statement.execute();
            return brokeOff();
        } catch (SQLException e) {
            Problem problem = DuckDbErrors.problem(e, again, lake);
            if (problem.code() == ErrorCode.SYNTAX) {
                // What ran once is no syntax error: it is one of the few statements that cannot be explained.
                return brokeOff();
            }
            OptionalInt position = problem.position();
            return position.isPresent() ? problem.at(Math.max(0, position.getAsInt() - RUN_THROUGH.length())) : problem;
        }
    }

    private static Problem brokeOff() {
        return Problem.of(ErrorCode.INTERNAL, "The query failed after its first rows.", "Try again.");
    }
}
