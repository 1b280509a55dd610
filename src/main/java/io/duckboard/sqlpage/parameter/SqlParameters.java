package io.duckboard.sqlpage.parameter;

import io.duckboard.engine.sql.Lexer;
import io.duckboard.engine.sql.Token;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a statement: {@code $name}, outside of strings, comments and names in quotes.
 *
 * @param named in the order of the text; names are the same regardless of case
 * @param numbered those with numbers for names, such as {@code $1}: nobody could tell what to type for them
 */
public record SqlParameters(List<SqlParameter> named, List<String> numbered) {

    public static final SqlParameters NONE = new SqlParameters(List.of(), List.of());

    private static final Set<String> COMPARISONS = Set.of("=", "==", "<", ">", "<=", ">=", "<>", "!=");

    public SqlParameters {
        named = List.copyOf(named);
        numbered = List.copyOf(numbered);
    }

    public static SqlParameters of(String sql) {
        if (sql.indexOf('$') < 0) {
            return NONE;
        }
        List<Token> tokens = Lexer.tokens(sql);
        Map<String, SqlParameter> named = new LinkedHashMap<>();
        Set<String> numbered = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!token.isParameter()) {
                continue;
            }
            String name = token.name();
            if (Character.isDigit(name.charAt(0))) {
                numbered.add(token.text());
            } else {
                var parameter = new SqlParameter(name, column(tokens, i), cast(tokens, i));
                named.merge(name.toLowerCase(Locale.ROOT), parameter, SqlParameters::better);
            }
        }
        return new SqlParameters(List.copyOf(named.values()), List.copyOf(numbered));
    }

    /** Returns the parameter from the first place that tells something about it. */
    private static SqlParameter better(SqlParameter first, SqlParameter next) {
        return new SqlParameter(
                first.name(), first.column().or(next::column), first.cast().or(next::cast));
    }

    /** Finds the column in {@code column >= $x}, {@code $x < t.column}, {@code column BETWEEN $x AND $y}. */
    private static Optional<String> column(List<Token> tokens, int at) {
        if (at >= 2 && (isComparison(tokens.get(at - 1)) || tokens.get(at - 1).isWord("between"))) {
            return nameEndingAt(tokens, at - 2);
        }
        if (at >= 4 && tokens.get(at - 1).isWord("and") && tokens.get(at - 3).isWord("between")) {
            return nameEndingAt(tokens, at - 4);
        }
        if (at + 2 < tokens.size() && isComparison(tokens.get(at + 1))) {
            int name = at + 2;
            while (name + 2 < tokens.size() && tokens.get(name + 1).isSymbol(".")) {
                name += 2;
            }
            return nameEndingAt(tokens, name);
        }
        return Optional.empty();
    }

    private static Optional<String> cast(List<Token> tokens, int at) {
        return at + 2 < tokens.size()
                        && tokens.get(at + 1).isSymbol("::")
                        && tokens.get(at + 2).isName()
                ? Optional.of(tokens.get(at + 2).name())
                : Optional.empty();
    }

    private static Optional<String> nameEndingAt(List<Token> tokens, int at) {
        return tokens.get(at).isName() ? Optional.of(tokens.get(at).name()) : Optional.empty();
    }

    private static boolean isComparison(Token token) {
        return token.kind() == Token.Kind.SYMBOL && COMPARISONS.contains(token.text());
    }
}
