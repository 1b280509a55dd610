package io.duckboard.engine.guard;

import io.duckboard.engine.json.JsonObject;
import java.util.List;
import java.util.OptionalInt;

/** A real parser of the engine's own dialect. The guard decides only by its results. */
public interface SqlParser {

    /** The maximum nesting depth of objects and lists in a statement's tree. */
    int MAX_DEPTH = 600;

    Parsed parse(String sql);

    /** The parser's result for a text. */
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

        /** The text is nested more deeply, or has more parts, than can be processed safely. */
        record TooComplex() implements Parsed {}
    }
}
