package io.duckboard.lake.source;

/**
 * How fields are told apart in a text file.
 *
 * @param delimiter between fields; an empty text if there is one field a line
 * @param quote around fields, or {@link #NONE}
 * @param escape in front of a quote within quotes: the quote itself, or a backslash
 * @param carriageReturns whether lines end with a carriage return alone
 */
record Dialect(String delimiter, char quote, char escape, boolean carriageReturns) {

    static final char NONE = '\0';

    Dialect withBackslash() {
        return new Dialect(delimiter, quote, '\\', carriageReturns);
    }

    /** Quotes are doubled within quotes. */
    Dialect withQuote(char another) {
        return new Dialect(delimiter, another, another, carriageReturns);
    }

    boolean isBlank(char character) {
        return character == ' ' || (character == '\t' && !delimiter.equals("\t"));
    }

    static String title(String delimiter) {
        return switch (delimiter) {
            case "\t" -> "tabs";
            case " " -> "blanks";
            default -> "`" + delimiter + "`";
        };
    }
}
