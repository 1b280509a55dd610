package io.duckboard.engine.sql;

/** Names and texts within SQL; each is quoted, since a column or a file may be called anything. */
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
