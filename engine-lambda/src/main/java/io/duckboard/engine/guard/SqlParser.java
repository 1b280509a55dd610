package io.duckboard.engine.guard;

import io.duckboard.engine.json.JsonObject;
import java.util.List;
import java.util.OptionalInt;

/** A true parser of the engine's own dialect; the guard decides by what it says and nothing else. */
public interface SqlParser {

    /** How deep objects and lists may lie within each other in a statement's tree. */
    int MAX_DEPTH = 600;

    Parsed parse(String sql);

    /** What the parser made of a text. */
    sealed interface Parsed {

        /** @param statements the trees of the SELECTs in the text, no deeper than {@link #MAX_DEPTH} */
        record Selects(List<JsonObject> statements) implements Parsed {
            public Selects {
                statements = List.copyOf(statements);
            }
        }

        /** The text is SQL, but not only SELECTs. */
        record OtherStatement() implements Parsed {}

        /** @param position offset in characters */
        record SyntaxError(String message, OptionalInt position) implements Parsed {}

        /** The text nests deeper, or is made of more parts, than can be taken apart safely. */
        record TooComplex() implements Parsed {}
    }
}
