package io.duckboard.engine.protocol;

import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * Requests as the JSON events of the functions: {@code {"q": sql, "limit": 20, …}} as quack-reduce sends them,
 * {@code {"cancel": queryId}} or {@code {"ping": true}}. The event of a function URL has such a request as its body.
 * Unknown members are ignored, so that clients may send more.
 */
public final class RequestJson {

    static final String EXPECTED = "Expected a JSON object such as {\"q\": \"SELECT 1\", \"limit\": 20}.";

    private static final String PARTS_EXPECTED =
            "\"parts\" is to be a list of 1 to " + Request.Query.MAX_PARTS + " ids of queries, no two alike.";
    private static final String SPREADSHEET = "spreadsheet";
    private static final int ID_LENGTH = 36;

    /** Many more than an int has. A longer text would take long to read. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,100}");

    private RequestJson() {}

    /** Reads one event. {@code event} is not closed. */
    public static Request read(InputStream event) throws InvalidRequestException {
        Map<String, Object> members = members(event, "The event");
        return HttpEvent.is(members)
                ? request(members(new HttpEvent(members).body(), "The HTTP request's body"))
                : request(members);
    }

    /** @param json a stream or a text */
    private static Map<String, Object> members(Object json, String what) throws InvalidRequestException {
        Map<String, Object> members;
        try {
            members = JSON.std.mapFrom(json);
        } catch (JacksonException e) {
            throw new InvalidRequestException(what + " is no JSON object. " + EXPECTED);
        }
        if (members == null) {
            throw new InvalidRequestException(what + " is null. " + EXPECTED);
        }
        return members;
    }

    private static Request request(Map<String, Object> members) throws InvalidRequestException {
        if (Boolean.TRUE.equals(members.get("ping"))) {
            return new Request.Ping();
        }
        if (members.containsKey("cancel")) {
            return new Request.Cancel(id(members.get("cancel"), "\"cancel\""));
        }
        return query(members);
    }

    public static byte[] write(Request request) {
        return JSON.std.asBytes(
                switch (request) {
                    case Request.Ping() -> Map.of("ping", true);
                    case Request.Cancel(UUID queryId) -> Map.of("cancel", queryId.toString());
                    case Request.Query query -> members(query);
                });
    }

    private static Request.Query query(Map<String, Object> members) throws InvalidRequestException {
        return new Request.Query(
                sql(members.get("q")),
                limit(members),
                parameters(members.get("params")),
                format(members.get("format")),
                timeout(members.get("timeoutMs")),
                queryId(members.get("queryId")),
                into(members.get("into"), members.get("escape")),
                parts(members.get("parts")),
                unless(members.get("unless"), members.get("into")),
                TraceParent.in(members.get("traceparent")));
    }

    private static Optional<String> unless(@Nullable Object unless, @Nullable Object into)
            throws InvalidRequestException {
        if (unless == null) {
            return Optional.empty();
        }
        if (!(unless instanceof String version) || into != null) {
            throw new InvalidRequestException(
                    "\"unless\" is to be the \"version\" of an answer with rows, and goes without \"into\".");
        }
        return Optional.of(version);
    }

    private static String sql(@Nullable Object q) throws InvalidRequestException {
        if (!(q instanceof String sql)) {
            throw new InvalidRequestException("The request has no SQL text in \"q\". " + EXPECTED);
        }
        if (sql.isBlank()) {
            throw new InvalidRequestException("The SQL text in \"q\" is empty. " + EXPECTED);
        }
        if (sql.getBytes(StandardCharsets.UTF_8).length > Request.Query.MAX_SQL_BYTES) {
            throw new InvalidRequestException("The SQL text is longer than the 256 KiB allowed.");
        }
        return sql;
    }

    private static int limit(Map<String, Object> members) throws InvalidRequestException {
        if (!members.containsKey("limit")) {
            return Request.Query.DEFAULT_LIMIT;
        }
        return switch (members.get("limit")) {
            case Integer rows when rows >= 0 -> rows;
            case Long rows when rows >= 0 -> Integer.MAX_VALUE;
            case BigInteger rows when rows.signum() >= 0 -> Integer.MAX_VALUE;
            // quack-reduce's function accepts what Python's int() does, and a form sends what was typed.
            case String digits
            when DIGITS.matcher(digits).matches() ->
                new BigInteger(digits)
                        .min(BigInteger.valueOf(Integer.MAX_VALUE))
                        .intValue();
            case null, default -> throw new InvalidRequestException("\"limit\" is to be a whole number from 0 up.");
        };
    }

    private static RowFormat format(@Nullable Object format) throws InvalidRequestException {
        return switch (format) {
            case null -> RowFormat.RECORDS;
            case String name when name.equals("records") -> RowFormat.RECORDS;
            case String name when name.equals("rows") -> RowFormat.ROWS;
            case String name when name.equals("texts") -> RowFormat.TEXTS;
            default -> throw new InvalidRequestException("\"format\" is to be \"records\", \"rows\" or \"texts\".");
        };
    }

    private static Optional<Duration> timeout(@Nullable Object millis) throws InvalidRequestException {
        return switch (millis) {
            case null -> Optional.empty();
            case Integer number when number > 0 -> Optional.of(Duration.ofMillis(number));
            default ->
                throw new InvalidRequestException("\"timeoutMs\" is to be a whole number of milliseconds from 1 up.");
        };
    }

    private static Optional<UUID> queryId(@Nullable Object id) throws InvalidRequestException {
        return id == null ? Optional.empty() : Optional.of(id(id, "\"queryId\""));
    }

    /**
     * Reads the id of a query or a run. Files are named after it, so it must have exactly the format of UUID.toString.
     *
     * @param member the name of the request's member, for the message
     */
    static UUID id(@Nullable Object id, String member) throws InvalidRequestException {
        if (id instanceof String text && text.length() == ID_LENGTH) {
            try {
                UUID uuid = UUID.fromString(text);
                if (uuid.toString().equals(text)) {
                    return uuid;
                }
            } catch (IllegalArgumentException e) {
                throw new InvalidRequestException(member + " is to be a UUID.");
            }
        }
        throw new InvalidRequestException(member + " is to be a UUID.");
    }

    private static Optional<Export> into(@Nullable Object into, @Nullable Object escape)
            throws InvalidRequestException {
        if (escape != null && !"csv".equals(into)) {
            throw new InvalidRequestException("\"escape\" goes with \"into\": \"csv\" alone.");
        }
        return switch (into) {
            case null -> Optional.empty();
            case String format when format.equals("parquet") -> Optional.of(new Export.Parquet());
            case String format when format.equals("csv") -> Optional.of(new Export.Csv(escape(escape)));
            case String format when format.equals("jsonl") -> Optional.of(new Export.JsonLines());
            default -> throw new InvalidRequestException("\"into\" is to be \"parquet\", \"csv\" or \"jsonl\".");
        };
    }

    private static Export.Escape escape(@Nullable Object escape) throws InvalidRequestException {
        return switch (escape) {
            case null -> Export.Escape.NONE;
            case String name when name.equals(SPREADSHEET) -> Export.Escape.SPREADSHEET;
            default -> throw new InvalidRequestException("\"escape\" is to be \"spreadsheet\" or left out.");
        };
    }

    private static List<UUID> parts(@Nullable Object parts) throws InvalidRequestException {
        if (parts == null) {
            return List.of();
        }
        if (!(parts instanceof Collection<?> ids) || ids.isEmpty() || ids.size() > Request.Query.MAX_PARTS) {
            throw new InvalidRequestException(PARTS_EXPECTED);
        }
        var read = new LinkedHashSet<UUID>();
        for (Object id : ids) {
            // A part that counted twice would make a sum wrong without any warning.
            if (!read.add(id(id, "Each of \"parts\""))) {
                throw new InvalidRequestException(PARTS_EXPECTED);
            }
        }
        return List.copyOf(read);
    }

    private static Map<String, Parameter> parameters(@Nullable Object params) throws InvalidRequestException {
        if (params == null) {
            return Map.of();
        }
        if (!(params instanceof Map<?, ?> named)) {
            throw new InvalidRequestException("\"params\" is to be an object of {\"type\", \"value\"} by name.");
        }
        var parameters = new LinkedHashMap<String, Parameter>();
        for (Map.Entry<?, ?> entry : named.entrySet()) {
            parameters.put(String.valueOf(entry.getKey()), parameter(String.valueOf(entry.getKey()), entry.getValue()));
        }
        return parameters;
    }

    private static Parameter parameter(String name, @Nullable Object value) throws InvalidRequestException {
        if (value instanceof Map<?, ?> parts
                && parts.get("type") instanceof String type
                && !(parts.get("value") instanceof Map || parts.get("value") instanceof Iterable)) {
            for (Parameter.Type known : Parameter.Type.values()) {
                if (known.name().equals(type.toUpperCase(Locale.ROOT))) {
                    Object text = parts.get("value");
                    return new Parameter(known, text == null ? null : text.toString());
                }
            }
        }
        throw new InvalidRequestException("Parameter '" + name + "' is to be {\"type\": T, \"value\": text}, T one of "
                + Arrays.toString(Parameter.Type.values()) + ".");
    }

    private static Map<String, @Nullable Object> members(Request.Query query) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("q", query.sql());
        members.put("limit", query.limit());
        members.put("format", query.format().name().toLowerCase(Locale.ROOT));
        query.into().ifPresent(export -> members.put("into", export.extension()));
        if (query.into().equals(Optional.of(new Export.Csv(Export.Escape.SPREADSHEET)))) {
            members.put("escape", SPREADSHEET);
        }
        query.timeout().ifPresent(timeout -> members.put("timeoutMs", timeout.toMillis()));
        query.queryId().ifPresent(id -> members.put("queryId", id.toString()));
        query.unless().ifPresent(version -> members.put("unless", version));
        query.trace().ifPresent(trace -> members.put("traceparent", trace.text()));
        if (!query.parts().isEmpty()) {
            members.put("parts", query.parts().stream().map(UUID::toString).toList());
        }
        if (!query.parameters().isEmpty()) {
            var params = new LinkedHashMap<String, Object>();
            query.parameters().forEach((name, parameter) -> params.put(name, members(parameter)));
            members.put("params", params);
        }
        return members;
    }

    private static Map<String, @Nullable Object> members(Parameter parameter) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("type", parameter.type().name());
        members.put("value", parameter.value());
        return members;
    }
}
