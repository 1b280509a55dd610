package io.duckboard.engine.guard;

/**
 * A piece of SQL text; blanks and comments are none.
 *
 * @param start offset of its first character
 * @param end offset behind its last
 */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        WORD,
        QUOTED,
        PARAMETER,
        SYMBOL
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
