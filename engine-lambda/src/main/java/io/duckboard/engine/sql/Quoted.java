package io.duckboard.engine.sql;

/** Quotes names and texts for use in SQL. Everything is quoted, since a column or a file can have any name. */
public final class Quoted {

    private Quoted() {}

    /** {@code "fare ""amount"""} */
    public static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** {@code 'trips of ''19'} */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /**
     * The literal of exactly this path. DuckDB takes some characters in a path for a pattern, even if a file of that
     * very name exists.
     */
    public static String file(String path) {
        return literal(exactly(path));
    }

    /** A pattern that only this path matches. */
    public static String exactly(String path) {
        return path.replaceAll("[\\[*?]", "[$0]");
    }
}
