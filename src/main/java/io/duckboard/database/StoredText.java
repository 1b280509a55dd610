package io.duckboard.database;

/** Texts as each kind of database keeps them. */
public final class StoredText {

    private StoredText() {}

    /** Returns the text with a sign in place of the one character that PostgreSQL does not keep. */
    public static String of(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
