package io.duckboard.engine.duckdb;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.discovery.Partition;
import io.duckboard.engine.lake.Prefixes;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of keys that folders above a table have: {@code env} in {@code env=prod/lake/trips/day=1}. DuckDB takes
 * every folder of a path for a partition, and its key hides a column of that name.
 *
 * @param names without regard to case
 */
record OuterKeys(Set<String> names) {

    static OuterKeys of(Catalog.Table table, Prefixes prefixes) {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        if (!table.files().isEmpty()) {
            Catalog.File file = table.files().getFirst();
            String[] folders = prefixes.path(file).split("/", -1);
            int outer = folders.length - 1 - Partition.of(file.path()).keys().size();
            for (int i = 0; i < outer; i++) {
                int equals = folders[i].indexOf('=');
                if (equals > 0) {
                    names.add(folders[i].substring(0, equals));
                }
            }
            names.removeAll(table.partitionColumns());
        }
        return new OuterKeys(names);
    }

    /** Whether one of them hides a column of the table's files. */
    boolean hideColumnOf(Catalog.Table table) {
        return table.columns().stream().map(Catalog.Field::name).anyMatch(names::contains);
    }
}
