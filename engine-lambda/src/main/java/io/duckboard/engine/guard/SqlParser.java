package io.duckboard.engine.guard;

/** A true parser of the engine's own dialect; the guard decides by what it says and nothing else. */
public interface SqlParser {

    Parsed parse(String sql);

    /** What the parser made of a text. */
    sealed interface Parsed {

        /** @param statements how many SELECTs the text holds */
        record Selects(int statements) implements Parsed {}

        /** The text is SQL, but not only SELECTs. */
        record OtherStatement() implements Parsed {}

        /** @param position offset in characters */
        record SyntaxError(String message, int position) implements Parsed {}
    }
}
