package io.duckboard.engine.duckdb;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.JsonObject;
import io.duckboard.engine.protocol.Problem;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** DuckDB's errors as the caller may see them; with {@code errors_as_json} they carry a position and candidates. */
public final class DuckDbErrors {

    private DuckDbErrors() {}

    /** @param lake the lake's own place, cut out of messages so that none tells where it lies */
    public static Problem problem(SQLException error, String sql, String lake) {
        String text = String.valueOf(error.getMessage());
        try {
            // The driver puts a sentence of its own in front of the JSON.
            return problem(JsonObject.of(JSON.std.anyFrom(text.substring(text.indexOf('{')))), sql, lake);
        } catch (JacksonException | IllegalArgumentException | StringIndexOutOfBoundsException e) {
            return Problem.of(codeOf("", text), text.replace(lake + "/", ""));
        }
    }

    private static Problem problem(JsonObject error, String sql, String lake) {
        String text = error.text("exception_message").replace(lake + "/", "");
        int details = text.indexOf('\n');
        OptionalInt position = error.has("position")
                ? OptionalInt.of(offset(sql, Integer.parseInt(error.text("position"))))
                : OptionalInt.empty();
        Optional<String> hint = candidate(error).map(name -> "Did you mean \"" + name + "\"?");
        boolean guessed = error.has("candidates");
        return new Problem(
                error.has("error_subtype") ? ErrorCode.UNKNOWN_NAME : codeOf(error.text("exception_type"), text),
                guessed && details > 0 ? text.substring(0, details) : text,
                position,
                hint);
    }

    private static ErrorCode codeOf(String exception, String text) {
        return switch (exception) {
            case "Parser", "Binder" -> ErrorCode.SYNTAX;
            case "Catalog" -> ErrorCode.UNKNOWN_NAME;
            case "Permission", "TransactionContext" -> ErrorCode.NOT_ALLOWED;
            case "Out of Memory" -> ErrorCode.OUT_OF_MEMORY;
            case "IO" ->
                text.contains("No files found") || text.contains("No such file")
                        ? ErrorCode.FILE_MISSING
                        : ErrorCode.LAKE_UNAVAILABLE;
            case "Invalid Input" -> isDamage(text) ? ErrorCode.FILE_DAMAGED : ErrorCode.INVALID_REQUEST;
            case "Conversion", "Out of Range", "Mismatch Type", "Divide by Zero", "Not implemented" ->
                ErrorCode.INVALID_REQUEST;
            default -> isDamage(text) ? ErrorCode.FILE_DAMAGED : ErrorCode.INTERNAL;
        };
    }

    private static boolean isDamage(String text) {
        return text.contains("Parquet") || text.contains("magic bytes") || text.contains("metadata");
    }

    /** A name close to the one that is unknown; the system's own tables are not what anyone meant. */
    private static Optional<String> candidate(JsonObject error) {
        if (!error.has("candidates")) {
            return Optional.empty();
        }
        String first = error.text("candidates").split(",", 2)[0];
        boolean system = first.startsWith("pg_") || first.startsWith("duckdb_") || first.startsWith("sqlite_");
        return system ? Optional.empty() : Optional.of(first);
    }

    /** From DuckDB's offset in UTF-8 bytes to one in characters. */
    private static int offset(String sql, int bytes) {
        byte[] utf8 = sql.getBytes(StandardCharsets.UTF_8);
        return new String(utf8, 0, Math.min(bytes, utf8.length), StandardCharsets.UTF_8).length();
    }
}
