package io.duckboard.engine.guard;

import io.duckboard.engine.sql.Token;
import java.util.List;
import java.util.Optional;

/**
 * A PIVOT that takes its columns from the data. DuckDB runs it as two statements, a temporary ENUM and a SELECT, so
 * the parser does not accept it as one SELECT. With {@code IN (0)} added to each expression the parser does, and
 * everything that the statement reads and calls can be judged.
 *
 * <p>There are two reasons why this judges the statement itself. The parser has refused the original text, so the
 * added words are not in a string or comment: there they would have changed nothing. And only a PIVOT turns into a
 * SELECT when {@code IN (0)} is added to it.
 */
final class DynamicPivot {

    private static final String ONE_VALUE = " IN (0)";
    private static final List<String> CLAUSES = List.of("USING", "GROUP", "ORDER", "LIMIT", "OFFSET");

    private DynamicPivot() {}

    /** The statement with its columns named; empty if it is not such a PIVOT. */
    static Optional<String> withColumnsNamed(String sql, List<Token> all) {
        List<Token> tokens = outermost(all);
        int pivot = indexOf(tokens, "PIVOT");
        boolean starts = pivot == 0 || (pivot > 0 && tokens.getFirst().isWord("WITH"));
        int on = indexOf(tokens, "ON");
        if (!starts || on < pivot) {
            return Optional.empty();
        }
        var named = new StringBuilder(sql);
        int added = 0;
        boolean isNamed = false;
        Token last = tokens.get(on);
        for (Token token : tokens.subList(on + 1, tokens.size())) {
            boolean ends = token.isSymbol(";") || CLAUSES.stream().anyMatch(token::isWord);
            if (ends || token.isSymbol(",")) {
                added += isNamed ? 0 : insert(named, last.end() + added);
                isNamed = false;
            }
            if (ends) {
                return Optional.of(named.toString());
            }
            isNamed |= token.isWord("IN");
            last = token;
        }
        if (!isNamed) {
            insert(named, last.end() + added);
        }
        return Optional.of(named.toString());
    }

    private static int insert(StringBuilder sql, int offset) {
        sql.insert(offset, ONE_VALUE);
        return ONE_VALUE.length();
    }

    /** The tokens outside of all brackets, and the outermost brackets themselves. */
    private static List<Token> outermost(List<Token> tokens) {
        int[] depth = {0};
        return tokens.stream()
                .filter(token -> {
                    boolean opens = token.isSymbol("(") || token.isSymbol("[") || token.isSymbol("{");
                    boolean closes = token.isSymbol(")") || token.isSymbol("]") || token.isSymbol("}");
                    depth[0] += opens ? 1 : closes ? -1 : 0;
                    return depth[0] == 0 || (opens && depth[0] == 1);
                })
                .toList();
    }

    private static int indexOf(List<Token> tokens, String word) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isWord(word)) {
                return i;
            }
        }
        return -1;
    }
}
