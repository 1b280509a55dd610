package io.duckboard.engine.duckdb;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reports queries that need more resources than the engine has. DuckDB's own messages suggest settings that no caller
 * can change.
 */
final class Exhaustion {

    /** The messages of the JVM and the C++ library when an allocation fails. */
    private static final Pattern MEMORY =
            Pattern.compile("Java heap space|bad allocation|bad_alloc|^Out of Memory Error");

    private Exhaustion() {}

    /** @param exception DuckDB's type of the error; empty if the driver itself failed */
    static Optional<Problem> problem(String exception, String message) {
        return switch (exception) {
            case "Out of Memory" ->
                Optional.of(message.contains("max_temp_directory_size") ? ofTemporarySpace() : ofMemory());
            case "IO" ->
                message.contains("No space left on device") ? Optional.of(ofTemporarySpace()) : Optional.empty();
            case "INTERNAL" -> message.contains("maximum allocation size") ? Optional.of(ofMemory()) : Optional.empty();
            case "", "Invalid", "Unknown Type" ->
                MEMORY.matcher(message).find() ? Optional.of(ofMemory()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    static Problem ofTemporarySpace() {
        return Problem.of(
                ErrorCode.OUT_OF_MEMORY,
                "The query needed more temporary space than the engine has.",
                "Sort, join or group less at once: fewer columns, fewer days, or a LIMIT beside the ORDER BY.");
    }

    static Problem ofMemory() {
        return Problem.of(
                ErrorCode.OUT_OF_MEMORY,
                "The query needed more memory than the engine has.",
                "Ask for less: fewer columns or groups, shorter texts and lists, or an aggregate.");
    }
}
