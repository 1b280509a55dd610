package io.duckboard.board;

import java.util.Optional;

/** The result of reading a filter's value. */
public sealed interface FilterReading {

    record Read(FilterValue value) implements FilterReading {}

    /** @param message why it is no value, and what would be one; a sentence or two for people */
    record Refused(String message) implements FilterReading {}

    /** The reason, if it is refused. */
    default Optional<String> objection() {
        return switch (this) {
            case Read _ -> Optional.empty();
            case Refused(String message) -> Optional.of(message);
        };
    }
}
