package io.duckboard.engine.duckdb;

import io.duckboard.engine.guard.Verdict;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.Prefixes;
import io.duckboard.engine.protocol.Parameter;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.duckdb.DuckDBConnection;

/**
 * Runs a text that the guard has accepted, with its values, in a read-only transaction.
 *
 * @param prefixes that must not appear in any answer
 */
record JudgedQuery(
        DuckDBConnection connection, Verdict.Allowed allowed, Map<String, Parameter> values, Prefixes prefixes) {

    /** Reads a result while its statement is open. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet result) throws SQLException, BadParameterException, LakeException;
    }

    String sql() {
        return allowed.sql();
    }

    /** How texts in the rows are changed. */
    UnaryOperator<String> texts() {
        return allowed.form() == Verdict.Form.EXPLAIN ? new PlanText(prefixes) : UnaryOperator.identity();
    }

    /** @param text the judged text, or one of the engine's own statements around it */
    <T> T run(String text, Reader<T> reader) throws SQLException, BadParameterException, LakeException {
        if (allowed.parameters().isEmpty()) {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(text)) {
                return reader.read(result);
            }
        }
        try (PreparedStatement statement = prepared(text);
                ResultSet result = statement.executeQuery()) {
            return reader.read(result);
        }
    }

    /** A statement with its values. The caller closes it. */
    PreparedStatement prepared(String text) throws SQLException, BadParameterException {
        PreparedStatement statement = connection.prepareStatement(text);
        try {
            Bindings.bind(statement, allowed.parameters(), values);
            return statement;
        } catch (SQLException | BadParameterException e) {
            statement.close();
            throw e;
        }
    }

    /** @return how many rows a COPY around the judged text wrote */
    long copy(String text) throws SQLException, BadParameterException {
        try (PreparedStatement statement = prepared(text)) {
            statement.execute();
            return statement.getLargeUpdateCount();
        }
    }
}
