package io.duckboard.engine.duckdb;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.duckboard.engine.catalog.Catalog;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Shows the contents of the catalog as tables of the schema {@code lake}, since SQL cannot read catalog.json. The only
 * paths in them are paths below the lake.
 *
 * <ul>
 *   <li>{@code lake.tables}: name, kind (dataset, reference, model or view), rows, bytes, files, partitioned_by,
 *       built_at, built_from, and the problem of a table that cannot be read. What is not known, as in a lake that was
 *       discovered, is NULL.
 *   <li>{@code lake.columns}: table_name, position from 1, name, type, description or NULL, is_partition.
 *   <li>{@code lake.partitions}: table_name, partition such as {@code date=2019-04-01}, files, bytes or NULL.
 *   <li>{@code lake.notes}: table_name and a sentence about what people should know when they read the table.
 *   <li>{@code lake.left_out}: path, reason and what to do about what lies in the lake and is in no table.
 *   <li>{@code lake.files}: table_name, place (lake or workspace) and path below it, the exact files of the snapshot.
 * </ul>
 */
final class LakeSchema {

    private static final String NULL = "NULL";

    private final Catalog catalog;
    private final UnaryOperator<String> problem;

    /** @param problem the reason why a table of this name cannot be read; empty if it can */
    LakeSchema(Catalog catalog, UnaryOperator<String> problem) {
        this.catalog = catalog;
        this.problem = problem;
    }

    /** Everything as one SQL text. It replaces existing tables. */
    String create() {
        return "CREATE SCHEMA IF NOT EXISTS lake; "
                + table(
                        "tables",
                        "name VARCHAR, kind VARCHAR, rows BIGINT, bytes BIGINT, files INTEGER, partitioned_by VARCHAR[], "
                                + "built_at TIMESTAMPTZ, built_from VARCHAR[], problem VARCHAR",
                        Stream.concat(
                                        catalog.tables().stream().map(this::row),
                                        catalog.views().stream().map(this::row))
                                .toList())
                + table(
                        "partitions",
                        "table_name VARCHAR, partition VARCHAR, files INTEGER, bytes BIGINT",
                        catalog.tables().stream()
                                .flatMap(LakeSchema::partitions)
                                .toList())
                + table(
                        "notes",
                        "table_name VARCHAR, note VARCHAR",
                        catalog.tables().stream().flatMap(LakeSchema::notes).toList())
                + table(
                        "left_out",
                        "path VARCHAR, reason VARCHAR, todo VARCHAR",
                        catalog.leftOut().stream()
                                .map(out -> values(text(out.path()), text(out.reason()), text(out.todo())))
                                .toList())
                + table(
                        "files",
                        "table_name VARCHAR, place VARCHAR, path VARCHAR",
                        catalog.tables().stream().flatMap(LakeSchema::files).toList())
                + columns();
    }

    /** The views know all columns and their types; the catalog has the descriptions. */
    private String columns() {
        return table(
                        "columns",
                        "table_name VARCHAR, position INTEGER, name VARCHAR, type VARCHAR, description VARCHAR, "
                                + "is_partition BOOLEAN",
                        Stream.concat(
                                        catalog.tables().stream()
                                                .flatMap(table -> described(
                                                        table.name(), table.columns(), table.partitionColumns())),
                                        catalog.views().stream()
                                                .flatMap(view -> described(view.name(), view.columns(), List.of())))
                                .toList())
                + "CREATE OR REPLACE TABLE lake.columns AS SELECT c.table_name, c.column_index AS position, "
                + "c.column_name AS name, c.data_type AS type, d.description, "
                + "coalesce(d.is_partition, false) AS is_partition FROM duckdb_columns() c LEFT JOIN lake.columns d "
                + "ON d.table_name = c.table_name AND d.name = c.column_name "
                + "WHERE c.schema_name = 'main' AND NOT c.internal ORDER BY c.table_name, position";
    }

    private String row(Catalog.Table table) {
        boolean known = !table.builtAt().equals(Instant.EPOCH);
        return values(
                text(table.name()),
                text(table.kind().name().toLowerCase(Locale.ROOT)),
                known ? String.valueOf(table.rows()) : NULL,
                known ? String.valueOf(table.bytes()) : NULL,
                String.valueOf(table.files().size()),
                texts(table.partitionColumns()),
                known ? text(table.builtAt().toString()) : NULL,
                texts(table.builtFrom()),
                text(problem.apply(table.name())));
    }

    /** A view has no files and stores no rows. */
    private String row(Catalog.View view) {
        return values(
                text(view.name()),
                text(Catalog.Kind.VIEW.name().toLowerCase(Locale.ROOT)),
                NULL,
                NULL,
                "0",
                texts(List.of()),
                text(view.builtAt().toString()),
                texts(view.builtFrom()),
                text(problem.apply(view.name())));
    }

    private static Stream<String> described(String table, List<Catalog.Field> columns, List<String> partitionColumns) {
        return columns.stream()
                .map(column -> values(
                        text(table),
                        NULL,
                        text(column.name()),
                        NULL,
                        text(column.description()),
                        String.valueOf(partitionColumns.contains(column.name()))));
    }

    private static Stream<String> partitions(Catalog.Table table) {
        Map<String, List<Catalog.File>> partitions = table.partitionColumns().isEmpty()
                ? Map.of()
                : table.files().stream().collect(groupingBy(file -> partition(file.path()), TreeMap::new, toList()));
        boolean known = !table.builtAt().equals(Instant.EPOCH);
        return partitions.entrySet().stream().map(partition -> {
            List<Catalog.File> files = partition.getValue();
            long bytes = files.stream().mapToLong(Catalog.File::bytes).sum();
            return values(
                    text(table.name()),
                    text(partition.getKey()),
                    String.valueOf(files.size()),
                    known ? String.valueOf(bytes) : NULL);
        });
    }

    private static Stream<String> notes(Catalog.Table table) {
        return table.notes().stream().map(note -> values(text(table.name()), text(note)));
    }

    private static Stream<String> files(Catalog.Table table) {
        return table.files().stream()
                .map(file -> values(
                        text(table.name()), text(file.place().name().toLowerCase(Locale.ROOT)), text(file.path())));
    }

    private static String partition(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(part -> part.contains("="))
                .collect(joining("/"));
    }

    private static String table(String name, String columns, List<String> rows) {
        return "CREATE OR REPLACE TABLE lake." + name + " (" + columns + "); "
                + (rows.isEmpty() ? "" : "INSERT INTO lake." + name + " VALUES " + String.join(", ", rows) + "; ");
    }

    private static String values(String... values) {
        return "(" + String.join(", ", values) + ")";
    }

    private static String text(String text) {
        return text.isEmpty() ? NULL : Database.literal(text);
    }

    private static String texts(List<String> texts) {
        return texts.stream().map(Database::literal).collect(joining(", ", "[", "]"));
    }
}
