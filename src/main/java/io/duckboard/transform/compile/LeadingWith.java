package io.duckboard.transform.compile;

import io.duckboard.engine.sql.Lexer;
import io.duckboard.engine.sql.Token;
import java.util.List;

/**
 * The beginning of a SELECT: white space and comments, and WITH if it has common table expressions of its own.
 *
 * @param start the offset after white space and comments
 * @param end the offset after WITH or WITH RECURSIVE; equal to start if there is neither
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
