package io.duckboard.sqlpage.ui;

/**
 * The place of an error in a text.
 *
 * @param line from 1
 * @param column from 1, in characters
 * @param excerpt the line with a caret below it
 */
record ErrorPlace(int line, int column, String excerpt) {

    /** How much of a line is shown on each side. */
    private static final int AROUND = 40;

    /** Returns the same place in a longer text, in which this text begins at the given line and column. */
    ErrorPlace after(int firstLine, int firstColumn) {
        return new ErrorPlace(line + firstLine - 1, line == 1 ? column + firstColumn - 1 : column, excerpt);
    }

    static ErrorPlace of(String sql, int position) {
        int at = Math.clamp(position, 0, sql.length());
        int begin = sql.lastIndexOf('\n', at - 1) + 1;
        int end = sql.indexOf('\n', at);
        int from = Math.max(begin, at - AROUND);
        int to = Math.min(end < 0 ? sql.length() : end, at + AROUND);
        int line = (int) sql.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        // A tab moves the caret as far as it moves the text above it.
        String indent = sql.substring(from, at).replaceAll("[^\\t]", " ");
        return new ErrorPlace(line, at - begin + 1, sql.substring(from, to) + "\n" + indent + "^");
    }
}
