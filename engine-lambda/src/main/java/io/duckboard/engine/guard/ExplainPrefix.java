package io.duckboard.engine.guard;

import io.duckboard.engine.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The words in front of an explained SELECT. The parser cannot judge them, so they are rewritten from a short list of
 * known words, and the parser judges what follows.
 *
 * @param words such as {@code EXPLAIN(ANALYZE,FORMAT json)}; empty if nothing is to be explained
 * @param end offset of the explained statement
 */
record ExplainPrefix(String words, int end) {

    private static final Set<String> FORMATS = Set.of("TEXT", "JSON", "YAML", "HTML", "GRAPHVIZ", "MERMAID");

    static ExplainPrefix of(List<Token> tokens) {
        if (tokens.isEmpty() || !tokens.getFirst().isWord("EXPLAIN")) {
            return new ExplainPrefix("", 0);
        }
        List<Token> rest = tokens.subList(1, tokens.size());
        if (!rest.isEmpty() && rest.getFirst().isWord("ANALYZE")) {
            return new ExplainPrefix("EXPLAIN ANALYZE", rest.getFirst().end());
        }
        return options(rest)
                .orElseGet(() -> new ExplainPrefix("EXPLAIN", tokens.getFirst().end()));
    }

    /** The text with blanks instead of the prefix, which the parser can judge. */
    String cutFrom(String sql) {
        return " ".repeat(end) + sql.substring(end);
    }

    /** The judged text with the prefix in front; its length does not change. */
    String putBefore(String judged) {
        return words + judged.substring(words.length());
    }

    /** Reads {@code (ANALYZE, FORMAT json)}, in any order. */
    private static Optional<ExplainPrefix> options(List<Token> tokens) {
        if (tokens.isEmpty() || !tokens.getFirst().isSymbol("(")) {
            return Optional.empty();
        }
        var words = new StringBuilder("EXPLAIN(");
        int next = 1;
        while (next + 1 < tokens.size()) {
            Token option = tokens.get(next++);
            if (option.isWord("FORMAT") && isFormat(tokens.get(next))) {
                words.append("FORMAT ").append(tokens.get(next++).text());
            } else if (option.isWord("ANALYZE")) {
                words.append("ANALYZE");
            } else {
                return Optional.empty();
            }
            if (next == tokens.size()) {
                return Optional.empty();
            }
            Token separator = tokens.get(next++);
            words.append(separator.text());
            if (separator.isSymbol(")")) {
                return Optional.of(new ExplainPrefix(words.toString(), separator.end()));
            }
            if (!separator.isSymbol(",")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isFormat(Token token) {
        return token.kind() == Token.Kind.WORD && FORMATS.contains(token.text().toUpperCase(Locale.ROOT));
    }
}
