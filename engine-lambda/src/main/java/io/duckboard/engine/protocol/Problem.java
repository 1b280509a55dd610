package io.duckboard.engine.protocol;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What went wrong, as the caller may see it: no stack trace, key, endpoint or path of the machine.
 *
 * @param position offset in characters (UTF-16, as Java and browsers count) into the SQL text, where the error lies, if it lies in the text
 * @param hint what to do about it
 */
public record Problem(ErrorCode code, String message, OptionalInt position, Optional<String> hint) {

    public static Problem of(ErrorCode code, String message) {
        return new Problem(code, message, OptionalInt.empty(), Optional.empty());
    }

    public static Problem of(ErrorCode code, String message, String hint) {
        return new Problem(code, message, OptionalInt.empty(), Optional.of(hint));
    }

    public Problem at(int offset) {
        return new Problem(code, message, OptionalInt.of(offset), hint);
    }

    public Problem nowhere() {
        return new Problem(code, message, OptionalInt.empty(), hint);
    }
}
