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
 * Whether what a table was computed from has been loaded anew since.
 *
 * <p>A table is as of the time when its run began to read, and what it read of another model as of that one's: a model of
 * a stale model is stale. A view is always as of now.
 *
 * @param changed sources that are newer than what the table has of them, by name
 */
public record Freshness(List<String> changed) {

    public Freshness {
        changed = List.copyOf(changed);
    }

    /** @return empty where the lake does not know when the table was built */
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

    /** {@code trips changed since} */
    public String words() {
        return String.join(", ", changed) + " changed since";
    }

    /** Goes from a table to the sources, and knows of each as of when the table has it. */
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

        /** @param readAt when it was read for the table; as it is now, where only views have read it */
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
