package io.duckboard.engine.sql;

/**
 * A piece of SQL text; blanks are none.
 *
 * @param start offset of its first character
 * @param end offset behind its last
 */
public record Token(Kind kind, String text, int start, int end) {

    public enum Kind {
        COMMENT,
        /** With its quotes, which may be dollars, and the letter before them. */
        STRING,
        /** A name in quotes. */
        NAME,
        /** A keyword, or a name without quotes. */
        WORD,
        NUMBER,
        /** With its {@code $}. */
        PARAMETER,
        /** An operator, or a sign that stands for itself. */
        SYMBOL
    }

    public boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    public boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    public boolean isComment() {
        return kind == Kind.COMMENT;
    }

    public boolean isParameter() {
        return kind == Kind.PARAMETER;
    }

    /** Whether it may name a column or a table. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.NAME;
    }

    /** Without its quotes, or without its {@code $}. */
    public String name() {
        return switch (kind) {
            case NAME -> text.substring(1).replaceFirst("\"$", "").replace("\"\"", "\"");
            case PARAMETER -> text.substring(1);
            case COMMENT, STRING, WORD, NUMBER, SYMBOL -> text;
        };
    }
}
