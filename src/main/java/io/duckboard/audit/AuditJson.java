package io.duckboard.audit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line's JSON. It is in ASCII, so that nothing in it is a line break, an order to a terminal, or turns the writing
 * around, whatever reads it.
 */
final class AuditJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private AuditJson() {}

    /** Returns the line with its break. What does not apply is left out. */
    static String write(AuditLine line) {
        ObjectNode members = JSON.createObjectNode();
        members.put("at", line.at().toString());
        members.put("kind", line.kind().word());
        put(members, "owner", line.owner());
        put(members, "name", line.name());
        put(members, "role", line.role());
        put(members, "address", line.address());
        put(members, "way", line.way());
        put(members, "id", line.id());
        members.put("outcome", line.outcome().word());
        put(members, "message", line.message());
        line.took().ifPresent(took -> members.put("ms", took.toMillis()));
        line.rows().ifPresent(rows -> members.put("rows", rows));
        line.bytes().ifPresent(bytes -> members.put("bytes", bytes));
        line.usd().ifPresent(usd -> members.put("usd", usd));
        put(members, "sqlDigest", line.sqlDigest());
        put(members, "sql", line.sql());
        // The one sign of ASCII that JSON leaves as it is, and that terminals do not.
        return JSON.writeValueAsString(members).replace("\u007f", "\\u007f") + "\n";
    }

    private static void put(ObjectNode members, String name, String text) {
        if (!text.isEmpty()) {
            members.put(name, text);
        }
    }

    /** Returns the line; empty if it is none, as after a crash in the midst of it. */
    static Optional<AuditLine> read(String json) {
        try {
            JsonNode members = JSON.readTree(json);
            return AuditKind.named(text(members, "kind"))
                    .flatMap(kind ->
                            AuditOutcome.named(text(members, "outcome")).map(outcome -> line(kind, outcome, members)));
        } catch (JacksonException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static AuditLine line(AuditKind kind, AuditOutcome outcome, JsonNode members) {
        return new AuditLine(
                Instant.parse(text(members, "at")),
                kind,
                text(members, "owner"),
                text(members, "name"),
                text(members, "role"),
                text(members, "address"),
                text(members, "way"),
                text(members, "id"),
                outcome,
                text(members, "message"),
                members.has("ms")
                        ? Optional.of(Duration.ofMillis(members.path("ms").longValue(0)))
                        : Optional.empty(),
                number(members, "rows"),
                number(members, "bytes"),
                members.has("usd") ? Optional.of(members.path("usd").decimalValue(BigDecimal.ZERO)) : Optional.empty(),
                text(members, "sqlDigest"),
                text(members, "sql"));
    }

    private static String text(JsonNode members, String name) {
        return members.path(name).stringValue("");
    }

    private static OptionalLong number(JsonNode members, String name) {
        return members.has(name) ? OptionalLong.of(members.path(name).longValue(0)) : OptionalLong.empty();
    }
}
