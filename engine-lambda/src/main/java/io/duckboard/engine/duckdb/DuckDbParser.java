package io.duckboard.engine.duckdb;

import io.duckboard.engine.guard.SqlParser;
import io.duckboard.engine.json.JsonObject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.jr.ob.JSON;

/**
 * DuckDB's own parser, called by {@code json_serialize_sql}. It returns a tree for SELECT, FROM, VALUES, WITH,
 * DESCRIBE, SUMMARIZE and SHOW, and refuses everything that could change anything.
 */
final class DuckDbParser implements SqlParser {

    /** 8 Mi characters of tree are about 50,000 literals, and walking them takes less than 100 MB. */
    private static final int MAX_TREE_CHARACTERS = 8 * 1024 * 1024;

    private static final JSON TREES = JSON.builder(JsonFactory.builder()
                    // JSON cannot represent the number 1e999.
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .build();

    /** DuckDB's messages when a text reaches its limits: of the grammar's stack, and of max_expression_depth. */
    private static final List<String> TOO_DEEP = List.of("memory exhausted", "Max expression depth");

    /** DuckDB's message about INSERT, UPDATE and DELETE in a WITH. */
    private static final String CHANGE_IN_CTE = "A CTE needs a SELECT";

    private final DuckDBConnection connection;

    /** Kept open, since preparing it takes as long as a small query. */
    private @Nullable PreparedStatement kept;

    DuckDbParser(DuckDBConnection connection) {
        this.connection = connection;
    }

    @Override
    public Parsed parse(String sql) {
        return parsed(sql, tree(sql));
    }

    /**
     * The tree as JSON, or the error that DuckDB returns instead.
     *
     * @throws ParserFailedException if DuckDB returns neither
     */
    String tree(String sql) {
        try {
            PreparedStatement parse = statement();
            parse.setString(1, sql);
            try (ResultSet tree = parse.executeQuery()) {
                tree.next();
                return tree.getString(1);
            }
        } catch (SQLException e) {
            throw new ParserFailedException(e);
        }
    }

    /** The driver closes a statement that fails. */
    private PreparedStatement statement() throws SQLException {
        PreparedStatement statement = kept;
        if (statement == null || statement.isClosed()) {
            // The cast keeps DuckDB from treating a bound text as JSON.
            statement = connection.prepareStatement("SELECT json_serialize_sql(CAST(? AS VARCHAR))");
            kept = statement;
        }
        return statement;
    }

    private static Parsed parsed(String sql, String json) {
        if (json.length() > MAX_TREE_CHARACTERS) {
            return new Parsed.TooComplex();
        }
        JsonObject tree;
        try {
            tree = JsonObject.of(TREES.anyFrom(json));
        } catch (StreamConstraintsException e) {
            return new Parsed.TooComplex();
        }
        return Boolean.FALSE.equals(tree.get("error"))
                ? new Parsed.Selects(tree.objects("statements").toList())
                : refused(sql, tree);
    }

    private static Parsed refused(String sql, JsonObject error) {
        String message = error.text("error_message");
        if (!error.text("error_type").equals("parser") || message.startsWith(CHANGE_IN_CTE)) {
            return new Parsed.OtherStatement();
        }
        if (TOO_DEEP.stream().anyMatch(message::startsWith)) {
            return new Parsed.TooComplex();
        }
        return new Parsed.SyntaxError(
                message,
                error.has("position") ? OptionalInt.of(offset(sql, error.text("position"))) : OptionalInt.empty());
    }

    private static int offset(String sql, String position) {
        int codePoints = Math.min(Integer.parseInt(position), sql.codePointCount(0, sql.length()));
        return sql.offsetByCodePoints(0, codePoints);
    }
}
