package io.duckboard.engine.duckdb;

import io.duckboard.engine.guard.SqlParser;
import io.duckboard.engine.protocol.JsonObject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;
import tools.jackson.jr.ob.JSON;

/**
 * DuckDB's own parser, by {@code json_serialize_sql}: it makes a tree of SELECT, FROM, VALUES, WITH, DESCRIBE,
 * SUMMARIZE and SHOW, and refuses all that could change anything.
 */
final class DuckDbParser implements SqlParser {

    private final DuckDBConnection connection;

    DuckDbParser(DuckDBConnection connection) {
        this.connection = connection;
    }

    @Override
    public Parsed parse(String sql) {
        // The cast keeps DuckDB from taking a bound text for JSON.
        try (PreparedStatement parse = connection.prepareStatement("SELECT json_serialize_sql(CAST(? AS VARCHAR))")) {
            parse.setString(1, sql);
            try (ResultSet tree = parse.executeQuery()) {
                tree.next();
                return parsed(sql, JsonObject.of(JSON.std.anyFrom(tree.getString(1))));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The parser failed", e);
        }
    }

    private static Parsed parsed(String sql, JsonObject tree) {
        if (Boolean.FALSE.equals(tree.get("error"))) {
            return new Parsed.Selects(tree.list("statements").size());
        }
        if (tree.text("error_type").equals("parser") && tree.has("position")) {
            int codePoints = Math.min(Integer.parseInt(tree.text("position")), sql.codePointCount(0, sql.length()));
            return new Parsed.SyntaxError(tree.text("error_message"), sql.offsetByCodePoints(0, codePoints));
        }
        return new Parsed.OtherStatement();
    }
}
