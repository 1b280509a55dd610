package io.duckboard.engine.duckdb;

import io.duckboard.engine.json.JsonObject;
import io.duckboard.engine.lake.Prefixes;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * Turns DuckDB's errors into what the caller may see. With {@code errors_as_json} they have a position and candidates.
 */
public final class DuckDbErrors {

    /**
     * DuckDB's messages about a file that is not, or is no longer, a Parquet file. Each occurs with several error
     * types.
     */
    private static final List<String> DAMAGE =
            List.of("Parquet", "magic bytes", "metadata", "Failed to read file", "ecompress", "TProtocolException");

    /** Also said of a pattern on S3, after the store has answered. */
    private static final String NO_FILES = "No files found";

    private DuckDbErrors() {}

    /**
     * Whether a file was replaced before or while it was read. If so, the same query will read the new file when it is
     * run again.
     *
     * @param prefixes of the lake
     */
    static boolean isOutdated(SQLException error, Prefixes prefixes) {
        String text = String.valueOf(error.getMessage());
        // The view still has the columns of the old file.
        return text.contains("Contents of view were altered") || (prefixes.isRemote(text) && S3Errors.isReplaced(text));
    }

    /** @param prefixes removed from messages, so that no message shows where the lake lies */
    public static Problem problem(SQLException failure, String sql, Prefixes prefixes) {
        String text = String.valueOf(failure.getMessage());
        // The driver puts its own sentence in front of the JSON.
        int json = text.indexOf('{');
        try {
            if (json < 0) {
                return Exhaustion.problem("", text)
                        .orElseGet(() -> Problem.of(codeOf("", text), prefixes.cutFrom(text)));
            }
            JsonObject error = parsed(text.substring(json));
            return Exhaustion.problem(error.text("exception_type"), error.text("exception_message"))
                    .orElseGet(() -> problem(error, sql, prefixes));
        } catch (JacksonException | IllegalArgumentException e) {
            return Problem.of(ErrorCode.INTERNAL, "DuckDB failed and does not say why in words that can be read.");
        }
    }

    /**
     * The error contains the store's answer unchanged, even if it is half a Parquet file. Then it is not valid JSON.
     */
    private static JsonObject parsed(String json) {
        try {
            return JsonObject.of(JSON.std.anyFrom(json));
        } catch (JacksonException e) {
            int body = json.indexOf(",\"response_body\"");
            if (body < 0) {
                throw e;
            }
            return JsonObject.of(JSON.std.anyFrom(json.substring(0, body) + "}"));
        }
    }

    private static Problem problem(JsonObject error, String sql, Prefixes prefixes) {
        String type = error.text("exception_type");
        String said = error.text("exception_message");
        if (prefixes.isRemote(said) && (type.equals("HTTP") || (type.equals("IO") && !said.contains(NO_FILES)))) {
            return S3Errors.problem(error, said, prefixes);
        }
        String text = prefixes.cutFrom(said);
        int details = text.indexOf('\n');
        ErrorCode code = error.has("error_subtype") ? ErrorCode.UNKNOWN_NAME : codeOf(type, text);
        // An error in a table's file has a position in the text of its view, which the caller did not write.
        OptionalInt position = error.has("position") && code != ErrorCode.FILE_MISSING && code != ErrorCode.FILE_DAMAGED
                ? OptionalInt.of(offset(sql, Integer.parseInt(error.text("position"))))
                : OptionalInt.empty();
        Optional<String> hint = candidate(error).map(name -> "Did you mean \"" + name + "\"?");
        boolean guessed = error.has("candidates");
        var problem = new Problem(code, guessed && details > 0 ? text.substring(0, details) : text, position, hint);
        boolean ofTable = code == ErrorCode.UNKNOWN_NAME && error.has("name") && "Table".equals(error.get("type"));
        return ofTable ? problem.ofTable(error.text("name")) : problem;
    }

    private static ErrorCode codeOf(String exception, String text) {
        return switch (exception) {
            case "Parser", "Binder" -> ErrorCode.SYNTAX;
            case "Catalog" -> ErrorCode.UNKNOWN_NAME;
            case "Permission", "TransactionContext" -> ErrorCode.NOT_ALLOWED;
            case "IO" ->
                text.contains(NO_FILES) || text.contains("No such file")
                        ? ErrorCode.FILE_MISSING
                        : ErrorCode.LAKE_UNAVAILABLE;
            case "Invalid Input" -> isDamage(text) ? ErrorCode.FILE_DAMAGED : ErrorCode.INVALID_REQUEST;
            case "Conversion", "Out of Range", "Mismatch Type", "Divide by Zero", "Not implemented" ->
                ErrorCode.INVALID_REQUEST;
            default -> isDamage(text) ? ErrorCode.FILE_DAMAGED : ErrorCode.INTERNAL;
        };
    }

    private static boolean isDamage(String text) {
        return DAMAGE.stream().anyMatch(text::contains);
    }

    /** A name similar to the unknown one. The system's own tables are left out, since nobody means them. */
    private static Optional<String> candidate(JsonObject error) {
        if (!error.has("candidates")) {
            return Optional.empty();
        }
        String first = error.text("candidates").split(",", 2)[0];
        boolean system = first.startsWith("pg_") || first.startsWith("duckdb_") || first.startsWith("sqlite_");
        return system ? Optional.empty() : Optional.of(first);
    }

    /** Converts DuckDB's offset in UTF-8 bytes to an offset in characters. */
    private static int offset(String sql, int bytes) {
        byte[] utf8 = sql.getBytes(StandardCharsets.UTF_8);
        return new String(utf8, 0, Math.min(bytes, utf8.length), StandardCharsets.UTF_8).length();
    }
}
