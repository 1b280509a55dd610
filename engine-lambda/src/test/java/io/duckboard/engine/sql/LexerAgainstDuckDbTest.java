package io.duckboard.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.json.JsonObject;
import io.duckboard.engine.testing.LexicalCases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.jr.ob.JSON;

/** The table of lexical cases agrees with DuckDB itself. */
class LexerAgainstDuckDbTest {

    private static Connection duckdb;
    private static PreparedStatement parser;

    static List<LexicalCases.Case> sql() {
        return LexicalCases.all().stream().filter(LexicalCases.Case::isSql).toList();
    }

    static List<LexicalCases.Case> noSql() {
        return LexicalCases.all().stream().filter(each -> !each.isSql()).toList();
    }

    @BeforeAll
    static void open() throws SQLException {
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
        parser = duckdb.prepareStatement("SELECT json_serialize_sql(CAST(? AS VARCHAR))");
    }

    @AfterAll
    static void close() throws SQLException {
        duckdb.close();
    }

    @ParameterizedTest
    @MethodSource("sql")
    void knowsTheSameParameters(LexicalCases.Case each) {
        Set<String> known = new TreeSet<>();
        collect(tree(each.sql()).list("statements"), known);

        assertThat(each.parameters().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @ParameterizedTest
    @MethodSource("sql")
    void readsTheTokensAsItReadsTheText(LexicalCases.Case each) {
        assertThat(tree(tokensAlone(each.sql()))).isEqualTo(tree(each.sql()));
    }

    @ParameterizedTest
    @MethodSource("noSql")
    void refusesWhatIsNoSql(LexicalCases.Case each) {
        assertThat(tree(each.sql()).get("error")).isEqualTo(true);
    }

    /** Without comments, and with one blank or one line end for each run of them. */
    private static String tokensAlone(String sql) {
        var tokens = new StringBuilder();
        int end = 0;
        for (Token token : Lexer.tokens(sql)) {
            String before = sql.substring(end, token.start());
            tokens.append(before.isEmpty() ? "" : before.matches("(?s).*[\\n\\r].*") ? "\n" : " ");
            tokens.append(isNameWithBlank(token) ? Quoted.name(token.text()) : token.text());
            end = token.end();
        }
        return tokens.toString();
    }

    /** Counts as one only because of the text before it, such as a comment. */
    private static boolean isNameWithBlank(Token token) {
        return token.kind() == Token.Kind.WORD && token.text().contains("\u00a0");
    }

    /** Apart from positions in the text. */
    private static JsonObject tree(String sql) {
        try {
            parser.setString(1, sql);
            try (ResultSet tree = parser.executeQuery()) {
                tree.next();
                return JsonObject.of(withoutPlaces(JSON.std.anyFrom(tree.getString(1))));
            }
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private static Object withoutPlaces(Object node) {
        return switch (node) {
            case Map<?, ?> members -> {
                var copy = new LinkedHashMap<Object, Object>();
                members.forEach((name, member) -> copy.put(name, withoutPlaces(member)));
                copy.remove("query_location");
                yield copy;
            }
            case List<?> list ->
                list.stream().map(LexerAgainstDuckDbTest::withoutPlaces).collect(Collectors.toList());
            case null, default -> node;
        };
    }

    private static void collect(Object node, Set<String> parameters) {
        switch (node) {
            case Map<?, ?> members -> {
                if ("PARAMETER".equals(members.get("class"))) {
                    parameters.add(String.valueOf(members.get("identifier")).toLowerCase(Locale.ROOT));
                }
                members.values().forEach(member -> collect(member, parameters));
            }
            case List<?> list -> list.forEach(member -> collect(member, parameters));
            case null, default -> {}
        }
    }
}
