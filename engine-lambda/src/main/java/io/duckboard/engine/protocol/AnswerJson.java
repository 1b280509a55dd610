package io.duckboard.engine.protocol;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * Answers as JSON: {@code {"metadata": {…}, "data": {"records" | "rows": […]}}}, with
 * {@code "result": {"file", "rows", "bytes", "link", "expiresAt"}} instead of rows for a file, or
 * {@code {"errorMessage", "error": {"code", "message", "position", "hint", "table"}}}. The engine writes the rows as they come;
 * this class writes the rest.
 */
public final class AnswerJson {

    static final JSON EXACT = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

    private static final String UNCHANGED = "unchanged";
    private static final String PHASES = "phases";

    private AnswerJson() {}

    public static void write(Problem problem, OutputStream out) {
        EXACT.write(failed(problem), out);
    }

    public static void write(Metadata metadata, RowFormat format, JsonRows rows, OutputStream out) throws IOException {
        String member = switch (format) {
            case RECORDS -> "records";
            case ROWS, TEXTS -> "rows";
        };
        write(metadata, member, rows, out);
    }

    /** {@code {"metadata": {…}, "data": {"result": {…}}}}. */
    public static void write(Metadata metadata, ResultFile file, OutputStream out) throws IOException {
        write(metadata, "result", rows -> rows.write(EXACT.asBytes(members(file))), out);
    }

    /** {@code {"metadata": {…}, "data": {"unchanged": true}}}: the caller holds the answer. */
    public static void write(Metadata metadata, OutputStream out) throws IOException {
        write(metadata, UNCHANGED, rows -> rows.write("true".getBytes(StandardCharsets.US_ASCII)), out);
    }

    private static void write(Metadata metadata, String member, JsonRows data, OutputStream out) throws IOException {
        out.write("{\"metadata\":".getBytes(StandardCharsets.US_ASCII));
        out.write(bytes(metadata));
        out.write((",\"data\":{\"" + member + "\":").getBytes(StandardCharsets.US_ASCII));
        data.writeTo(out);
        out.write("}}".getBytes(StandardCharsets.US_ASCII));
    }

    /** The answer to a ping. It contains the newest format of catalog.json that this engine reads. */
    public static byte[] pong() {
        return ("{\"pong\":true,\"format\":" + Catalog.FORMAT + "}").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The newest format of catalog.json that an engine reads. Engines that knew only format 1 did not report it.
     *
     * @param json the answer to a ping
     * @throws IllegalArgumentException if this is not an engine's answer to a ping
     */
    public static int format(byte[] json) {
        JsonObject answer = object(json);
        if (!Boolean.TRUE.equals(answer.get("pong"))) {
            throw new IllegalArgumentException("No answer of a Duckboard engine to a ping");
        }
        return answer.has("format") ? answer.number("format").intValue() : Catalog.OLDEST_FORMAT;
    }

    /**
     * The answer to a cancel: the cancel is on its way, and the query's own answer will show whether it came in time.
     */
    public static byte[] cancelAccepted() {
        return "{\"cancelled\":\"accepted\"}".getBytes(StandardCharsets.US_ASCII);
    }

    /** The size in bytes of an answer without its rows. */
    public static int overhead(Metadata metadata) {
        return bytes(metadata).length + 64;
    }

    /** @throws IllegalArgumentException if this is not an engine's answer */
    public static Answer read(byte[] json) {
        JsonObject answer = object(json);
        try {
            return answer.has("error")
                    ? new Answer.Failed(problem(answer.object("error")))
                    : answered(metadata(answer.object("metadata")), answer.object("data"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("No answer of a Duckboard engine: " + e.getMessage(), e);
        }
    }

    /**
     * The reason why a function did not do what it was asked.
     *
     * @param json the answer to any request other than a query; empty if the request succeeded
     * @throws IllegalArgumentException if this is not an engine's answer
     */
    public static Optional<Problem> refusal(byte[] json) {
        JsonObject answer = object(json);
        return answer.has("error") ? Optional.of(problem(answer.object("error"))) : Optional.empty();
    }

    /** @throws IllegalArgumentException if this is not an answer */
    static JsonObject object(byte[] json) {
        try {
            return JsonObject.of(ExactReader.read(json));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("No answer of a Duckboard engine: no JSON", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("No answer of a Duckboard engine: " + e.getMessage(), e);
        }
    }

    private static Answer answered(Metadata metadata, JsonObject data) {
        if (data.has(UNCHANGED)) {
            return new Answer.Unchanged(metadata);
        }
        return data.has("result")
                ? new Answer.Exported(metadata, file(data.object("result")))
                : new Answer.Rows(metadata, rows(data));
    }

    private static byte[] bytes(Metadata metadata) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("timeMs", millis(metadata.time()));
        members.put("epochMs", metadata.answeredAt().toEpochMilli());
        members.put("eventId", metadata.eventId());
        members.put("query", metadata.query());
        members.put("warm", metadata.warm());
        members.put(
                "columns", metadata.columns().stream().map(AnswerJson::members).toList());
        members.put("rowCount", metadata.rowCount());
        members.put(
                "truncated",
                metadata.truncated() == Truncation.NONE
                        ? (Object) false
                        : metadata.truncated().name().toLowerCase(Locale.ROOT));
        put(members, metadata.usage());
        members.put("catalogVersion", metadata.catalogVersion());
        members.put("engine", metadata.engine());
        metadata.version().ifPresent(version -> members.put("version", version));
        if (!metadata.phases().isEmpty()) {
            members.put(
                    PHASES, metadata.phases().stream().map(AnswerJson::members).toList());
        }
        return EXACT.asBytes(members);
    }

    private static void put(Map<String, @Nullable Object> members, Usage usage) {
        members.put(
                "bytesRead", usage.bytesRead().isPresent() ? usage.bytesRead().getAsLong() : null);
        members.put(
                "peakMemoryBytes",
                usage.peakMemoryBytes().isPresent() ? usage.peakMemoryBytes().getAsLong() : null);
        members.put("billedMs", usage.billedMs());
        members.put("estimatedUsd", usage.estimatedUsd());
    }

    static Map<String, @Nullable Object> failed(Problem problem) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("errorMessage", problem.message());
        members.put("error", members(problem));
        return members;
    }

    /** Writes unknown values as null, and the table only if one does not exist. */
    static Map<String, @Nullable Object> members(Problem problem) {
        var error = new LinkedHashMap<String, @Nullable Object>();
        error.put("code", problem.code().name());
        error.put("message", problem.message());
        error.put(
                "position", problem.position().isPresent() ? problem.position().getAsInt() : null);
        error.put("hint", problem.hint().orElse(null));
        problem.table().ifPresent(table -> error.put("table", table));
        return error;
    }

    static Problem problem(JsonObject error) {
        return new Problem(
                ErrorCode.valueOf(error.text("code")),
                error.text("message"),
                error.get("position") instanceof Number at ? OptionalInt.of(at.intValue()) : OptionalInt.empty(),
                optional(error, "hint"),
                optional(error, "table"));
    }

    private static Optional<String> optional(JsonObject members, String name) {
        return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The last two are null if there is no link. */
    static Map<String, @Nullable Object> members(ResultFile file) {
        Optional<ResultFile.Link> link = file.link();
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("file", file.path());
        members.put("rows", file.rows());
        members.put("bytes", file.bytes());
        members.put("link", link.map(at -> at.uri().toString()).orElse(null));
        members.put("expiresAt", link.map(at -> at.expiresAt().toString()).orElse(null));
        return members;
    }

    static ResultFile file(JsonObject members) {
        return new ResultFile(
                members.text("file"),
                members.number("rows").longValue(),
                members.number("bytes").longValue(),
                members.get("link") instanceof String uri
                        ? Optional.of(new ResultFile.Link(URI.create(uri), Instant.parse(members.text("expiresAt"))))
                        : Optional.empty());
    }

    /** To the microsecond. */
    static BigDecimal millis(Duration elapsed) {
        return BigDecimal.valueOf(elapsed.toNanos() / 1_000, 3);
    }

    static Duration elapsed(JsonObject members) {
        return duration(members, "timeMs");
    }

    private static Duration duration(JsonObject members, String name) {
        return Duration.ofNanos(new BigDecimal(members.number(name).toString())
                .movePointRight(6)
                .longValue());
    }

    private static Map<String, Object> members(Column column) {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", column.name());
        members.put("type", column.type());
        return members;
    }

    private static Metadata metadata(JsonObject members) {
        return new Metadata(
                elapsed(members),
                Instant.ofEpochMilli(members.number("epochMs").longValue()),
                members.text("eventId"),
                members.text("query"),
                Boolean.TRUE.equals(members.get("warm")),
                members.objects("columns")
                        .map(column -> new Column(column.text("name"), column.text("type")))
                        .toList(),
                members.number("rowCount").longValue(),
                members.get("truncated") instanceof String why
                        ? Truncation.valueOf(why.toUpperCase(Locale.ROOT))
                        : Truncation.NONE,
                usage(members),
                members.text("catalogVersion"),
                members.text("engine"),
                optional(members, "version"),
                members.has(PHASES)
                        ? members.objects(PHASES)
                                .limit(Phase.MOST)
                                .map(AnswerJson::phase)
                                .toList()
                        : List.of());
    }

    private static Map<String, Object> members(Phase phase) {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", phase.name().name().toLowerCase(Locale.ROOT));
        members.put("beginMs", millis(phase.begin()));
        members.put("timeMs", millis(phase.took()));
        return members;
    }

    private static Phase phase(JsonObject members) {
        return new Phase(
                Phase.Name.valueOf(members.text("name").toUpperCase(Locale.ROOT)),
                duration(members, "beginMs"),
                elapsed(members));
    }

    private static Usage usage(JsonObject members) {
        return new Usage(
                count(members, "bytesRead"),
                count(members, "peakMemoryBytes"),
                members.number("billedMs").longValue(),
                new BigDecimal(members.number("estimatedUsd").toString()));
    }

    private static OptionalLong count(JsonObject members, String name) {
        return members.get(name) instanceof Number count ? OptionalLong.of(count.longValue()) : OptionalLong.empty();
    }

    private static List<List<@Nullable Object>> rows(JsonObject data) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Object row : data.list(data.has("rows") ? "rows" : "records")) {
            rows.add(new ArrayList<>(row instanceof Map<?, ?> record ? record.values() : (Collection<?>) row));
        }
        return rows;
    }
}
