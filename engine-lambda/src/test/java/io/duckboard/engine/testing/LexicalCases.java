package io.duckboard.engine.testing;

import io.duckboard.engine.json.JsonObject;
import io.duckboard.engine.sql.Token;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.jr.ob.JSON;

/** The table of DuckDB's lexical rules. The front end's tests read the same table. */
public final class LexicalCases {

    private LexicalCases() {}

    /**
     * @param tokens by kind and text, as {@link #written(Token)} writes them
     * @param parameters their names, each at its first position
     * @param isSql whether DuckDB's parser accepts the text
     */
    public record Case(String rule, String sql, List<String> tokens, List<String> parameters, boolean isSql) {

        @Override
        public String toString() {
            return rule;
        }
    }

    public static List<Case> all() {
        try (InputStream table =
                LexicalCases.class.getResourceAsStream("/io/duckboard/engine/sql/lexical-cases.json")) {
            return JSON.std.listFrom(Objects.requireNonNull(table)).stream()
                    .map(JsonObject::of)
                    .map(LexicalCases::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String written(Token token) {
        return token.kind().name().toLowerCase(Locale.ROOT) + " " + token.text();
    }

    private static Case read(JsonObject members) {
        return new Case(
                members.text("rule"),
                members.text("sql"),
                members.texts("tokens"),
                members.texts("parameters"),
                !members.has("invalid"));
    }
}
