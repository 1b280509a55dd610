package io.duckboard.datapage;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says whether the sources of a table have been loaded again since it was computed.
 *
 * <p>A table has the state of the time when its run began to read. What it read from another model has the state of
 * that model's run, so a model built from a stale model is stale. A view always has the current state.
 *
 * @param changed names of the sources that are newer than what the table has read from them
 */
public record Freshness(List<String> changed) {

    public Freshness {
        changed = List.copyOf(changed);
    }

    /** @return empty if the lake does not know when the table was built */
    public static Optional<Freshness> of(String table, List<TableEntry> tables) {
        var walk = new Walk(tables);
        return walk.entry(table).filter(entry -> entry.builtAt().isPresent()).map(entry -> {
            walk.from(entry, Instant.MAX);
            return new Freshness(
                    walk.changed.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList());
        });
    }

    public boolean isFresh() {
        return changed.isEmpty();
    }

    /** Returns, for example, {@code trips changed since}. */
    public String words() {
        return String.join(", ", changed) + " changed since";
    }

    /** Walks from a table to its sources and remembers the time of which the table has each one. */
    private static final class Walk {

        private final Map<String, TableEntry> tables = new HashMap<>();
        private final Map<String, Instant> seen = new HashMap<>();
        private final Set<String> changed = new HashSet<>();

        Walk(List<TableEntry> tables) {
            tables.forEach(entry -> this.tables.put(key(entry.name()), entry));
        }

        Optional<TableEntry> entry(String table) {
            return Optional.ofNullable(tables.get(key(table)));
        }

        /** @param readAt when the entry was read for the table; now, if only views have read it */
        void from(TableEntry entry, Instant readAt) {
            switch (entry.kind()) {
                case DATASET, REFERENCE ->
                    entry.builtAt().filter(readAt::isBefore).ifPresent(_ -> changed.add(entry.name()));
                case VIEW -> readBy(entry, readAt);
                case MODEL ->
                    readBy(entry, entry.builtAt().filter(readAt::isAfter).orElse(readAt));
            }
        }

        private void readBy(TableEntry entry, Instant readAt) {
            Instant before = seen.get(key(entry.name()));
            if (before == null || readAt.isBefore(before)) {
                seen.put(key(entry.name()), readAt);
                entry.builtFrom().forEach(name -> entry(name).ifPresent(next -> from(next, readAt)));
            }
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
