package io.duckboard.lake;

/** Names in SQL; each is quoted, since a column may be called anything. */
public final class Identifier {

    private Identifier() {}

    /** {@code "fare ""amount"""} */
    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
