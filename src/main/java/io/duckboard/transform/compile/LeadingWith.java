package io.duckboard.transform.compile;

import io.duckboard.engine.sql.Lexer;
import io.duckboard.engine.sql.Token;
import java.util.List;

/**
 * How a SELECT begins: white space and comments, and WITH where it has common table expressions of its own.
 *
 * @param start of what is no comment
 * @param end after WITH, or WITH RECURSIVE; the same as start where there is none
 */
record LeadingWith(int start, int end, String keywords) {

    static LeadingWith of(String sql) {
        List<Token> tokens = Lexer.tokens(sql);
        if (tokens.isEmpty()) {
            return new LeadingWith(sql.length(), sql.length(), "");
        }
        Token first = tokens.getFirst();
        if (!first.isWord("with")) {
            return new LeadingWith(first.start(), first.start(), "");
        }
        if (tokens.size() > 1 && tokens.get(1).isWord("recursive")) {
            return new LeadingWith(first.start(), tokens.get(1).end(), "with recursive");
        }
        return new LeadingWith(first.start(), first.end(), "with");
    }

    boolean isThere() {
        return end > start;
    }
}
