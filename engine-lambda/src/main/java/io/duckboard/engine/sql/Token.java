package io.duckboard.engine.sql;

/**
 * A piece of SQL text. Blanks are not tokens.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 */
public record Token(Kind kind, String text, int start, int end) {

    public enum Kind {
        COMMENT,
        /** A string with its quotes, which may be dollars, and the letter before them. */
        STRING,
        /** A name in quotes. */
        NAME,
        /** A keyword, or a name without quotes. */
        WORD,
        NUMBER,
        /** A parameter with its {@code $}. */
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

    /** Whether it can be the name of a column or a table. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.NAME;
    }

    /** The text without its quotes, or without its {@code $}. */
    public String name() {
        return switch (kind) {
            case NAME -> text.substring(1).replaceFirst("\"$", "").replace("\"\"", "\"");
            case PARAMETER -> text.substring(1);
            case COMMENT, STRING, WORD, NUMBER, SYMBOL -> text;
        };
    }
}
