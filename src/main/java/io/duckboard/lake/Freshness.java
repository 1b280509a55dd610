package io.duckboard.lake;

import io.duckboard.engine.protocol.Catalog;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether what a table was computed from has been loaded anew since.
 *
 * @param changed sources that are newer than the table, by name; models between them count for what they read
 */
public record Freshness(List<String> changed) {

    public Freshness {
        changed = List.copyOf(changed);
    }

    /** @return empty where the lake does not know when the table was built */
    public static Optional<Freshness> of(String table, List<TableEntry> tables) {
        Map<String, TableEntry> byName = new HashMap<>();
        tables.forEach(entry -> byName.put(key(entry.name()), entry));
        return Optional.ofNullable(byName.get(key(table)))
                .flatMap(TableEntry::builtAt)
                .map(builtAt -> new Freshness(sources(table, byName).stream()
                        .filter(source ->
                                source.builtAt().filter(builtAt::isBefore).isPresent())
                        .map(TableEntry::name)
                        .sorted(String.CASE_INSENSITIVE_ORDER)
                        .toList()));
    }

    public boolean isFresh() {
        return changed.isEmpty();
    }

    /** {@code trips changed since} */
    public String words() {
        return String.join(", ", changed) + " changed since";
    }

    private static List<TableEntry> sources(String table, Map<String, TableEntry> tables) {
        var seen = new LinkedHashSet<TableEntry>();
        var open = new ArrayDeque<>(List.of(table));
        while (!open.isEmpty()) {
            Optional<TableEntry> entry = Optional.ofNullable(tables.get(key(open.pop())));
            if (entry.filter(seen::add).isPresent()) {
                open.addAll(entry.get().builtFrom());
            }
        }
        return seen.stream()
                .filter(entry -> entry.kind() == Catalog.Kind.DATASET || entry.kind() == Catalog.Kind.REFERENCE)
                .toList();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
