package io.duckboard.engine.protocol;

import io.duckboard.engine.failure.Failure;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What went wrong, in a form that the caller may see: without stack traces, keys, endpoints or paths of the machine.
 *
 * @param message at most {@link #MOST_BYTES} in UTF-8, like the hint and the table; a longer text is cut and ends in an ellipsis
 * @param position offset of the error in the SQL text, in characters (UTF-16, as Java and browsers count); absent if
 *     the error is not in the text
 * @param hint what to do about it
 * @param table the name of the table that does not exist, if that is what went wrong
 */
public record Problem(
        ErrorCode code, String message, OptionalInt position, Optional<String> hint, Optional<String> table) {

    /** An error's text can contain anything that a query made, so it may be larger than an answer can be. */
    public static final int MOST_BYTES = 4096;

    private static final String CUT = "…";
    private static final int CUT_BYTES = 3;

    public Problem {
        message = cut(message);
        hint = hint.map(Problem::cut);
        table = table.map(Problem::cut);
    }

    public Problem(ErrorCode code, String message, OptionalInt position, Optional<String> hint) {
        this(code, message, position, hint, Optional.empty());
    }

    public static Problem of(ErrorCode code, String message) {
        return new Problem(code, message, OptionalInt.empty(), Optional.empty());
    }

    public static Problem of(ErrorCode code, String message, String hint) {
        return new Problem(code, message, OptionalInt.empty(), Optional.of(hint));
    }

    public static Problem of(ErrorCode code, Failure failure) {
        return new Problem(
                code,
                failure.message(),
                OptionalInt.empty(),
                Optional.of(failure.hint()).filter(hint -> !hint.isEmpty()));
    }

    /** The short form, for use where its code and its position do not matter. */
    public Failure failure() {
        return new Failure(message, hint.orElse(""));
    }

    public Problem at(int offset) {
        return new Problem(code, message, OptionalInt.of(offset), hint, table);
    }

    public Problem nowhere() {
        return new Problem(code, message, OptionalInt.empty(), hint, table);
    }

    /** As the problem of a table that does not exist. */
    public Problem ofTable(String name) {
        return new Problem(code, message, position, hint, Optional.of(name));
    }

    private static String cut(String text) {
        int bytes = 0;
        int kept = 0;
        for (int end = 0; end < text.length(); end += Character.charCount(text.codePointAt(end))) {
            bytes += bytes(text.codePointAt(end));
            if (bytes > MOST_BYTES) {
                return text.substring(0, kept) + CUT;
            }
            if (bytes <= MOST_BYTES - CUT_BYTES) {
                kept = end + Character.charCount(text.codePointAt(end));
            }
        }
        return text;
    }

    /** In UTF-8. */
    private static int bytes(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
