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
}
