package io.duckboard.engine.catalog.journal;

import io.duckboard.engine.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * A record as lines of JSON: a line can be appended where a file cannot be replaced atomically. The lines say what is
 * about to be written, what the result was and what is gone. A line that a kill has cut off does not count, since its
 * write did not finish.
 */
final class JournalJson {

    private static final int VERSION = 1;

    private JournalJson() {}

    static String begun(JournalRecord record) {
        var members = new LinkedHashMap<String, Object>();
        members.put("version", VERSION);
        members.put("run", record.run().toString());
        members.put("at", record.at().toString());
        members.put("files", record.entries().stream().map(JournalJson::members).toList());
        return JSON.std.asString(members) + "\n";
    }

    static String written(Map<String, Written> files) {
        var members = new LinkedHashMap<String, Object>();
        files.forEach((path, file) -> members.put(path, members(file)));
        return JSON.std.asString(Map.of("written", members)) + "\n";
    }

    static String gone(Set<String> paths) {
        return JSON.std.asString(Map.of("gone", paths)) + "\n";
    }

    /** Empty if the text is not a record, or is of a kind that a newer Duckboard writes. */
    static Optional<JournalRecord> read(String text) {
        try {
            List<String> lines = text.lines().toList();
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            JournalRecord record = record(object(lines.getFirst()));
            for (String line : lines.subList(1, lines.size())) {
                Optional<JsonObject> whole = whole(line);
                record = whole.isPresent() ? with(record, whole.get()) : record;
            }
            return Optional.of(record);
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The last brace of a line is written last. */
    private static Optional<JsonObject> whole(String line) {
        try {
            return Optional.of(object(line));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static JournalRecord record(JsonObject members) {
        if (members.number("version").intValue() != VERSION) {
            throw new IllegalArgumentException("a record of another version");
        }
        return new JournalRecord(
                UUID.fromString(members.text("run")),
                Instant.parse(members.text("at")),
                members.objects("files").map(JournalJson::entry).toList());
    }

    private static JournalRecord with(JournalRecord record, JsonObject line) {
        if (line.has("gone")) {
            var gone = new HashSet<String>();
            line.list("gone").forEach(path -> gone.add(String.valueOf(path)));
            return record.without(gone);
        }
        var files = new LinkedHashMap<String, Written>();
        JsonObject written = line.object("written");
        for (Object path : written.members().keySet()) {
            files.put(path.toString(), written(written.object(path.toString())));
        }
        return record.written(files);
    }

    private static Map<String, Object> members(Entry entry) {
        var members = new LinkedHashMap<String, Object>();
        members.put("path", entry.path());
        entry.sha256().ifPresent(digest -> members.put("sha256", digest));
        entry.written().ifPresent(file -> members.putAll(members(file)));
        if (entry.stays()) {
            members.put("stays", true);
        }
        return members;
    }

    private static Map<String, Object> members(Written file) {
        return Map.of("bytes", file.bytes(), "version", file.version());
    }

    private static Entry entry(JsonObject members) {
        return new Entry(
                members.text("path"),
                members.has("sha256") ? Optional.of(members.text("sha256")) : Optional.empty(),
                members.has("bytes") ? Optional.of(written(members)) : Optional.empty(),
                Boolean.TRUE.equals(members.get("stays")));
    }

    private static Written written(JsonObject members) {
        return new Written(members.number("bytes").longValue(), members.text("version"));
    }

    private static JsonObject object(String line) {
        return JsonObject.of(JSON.std.anyFrom(line));
    }
}
