package io.duckboard.engine.duckdb;

import io.duckboard.engine.protocol.Catalog;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A table of the lake as a view over its very files. */
final class TableView {

    private TableView() {}

    static String create(Catalog.Table table, Path lake) {
        String files = table.files().stream()
                .map(file -> Database.literal(lake.resolve(file.path()).toString()))
                .collect(Collectors.joining(", ", "[", "]"));
        return "CREATE OR REPLACE VIEW " + quoted(table.name()) + " AS SELECT * FROM read_parquet(" + files
                + partitioning(table) + ")";
    }

    static String drop(String name) {
        return "DROP VIEW IF EXISTS " + quoted(name);
    }

    /** Partition values stand in paths, where everything is text: the catalog knows their types. */
    private static String partitioning(Catalog.Table table) {
        if (table.partitionColumns().isEmpty()) {
            return ", hive_partitioning = false";
        }
        String types = table.columns().stream()
                .filter(column -> table.partitionColumns().contains(column.name()))
                .map(column -> quoted(column.name()) + ": " + column.type())
                .collect(Collectors.joining(", ", "{", "}"));
        return ", hive_partitioning = true, hive_types = " + types;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
