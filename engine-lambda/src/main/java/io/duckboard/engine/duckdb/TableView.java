package io.duckboard.engine.duckdb;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.lake.Prefixes;
import io.duckboard.engine.sql.Quoted;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows a table of the lake as a view over its exact files. */
final class TableView {

    /** A guess for discovered tables: the size of a row group. */
    private static final long ROWS_OF_A_FILE = 122_880;

    private final Catalog.Table table;
    private final Prefixes prefixes;
    private final OuterKeys outer;

    TableView(Catalog.Table table, Prefixes prefixes) {
        this.table = table;
        this.prefixes = prefixes;
        this.outer = OuterKeys.of(table, prefixes);
    }

    /** @param schema a file on this machine that has the table's columns and no rows */
    String create(Optional<Path> schema) {
        return "CREATE OR REPLACE VIEW " + quoted(table.name()) + " AS " + select(schema);
    }

    /** @param schema as for {@link #create} */
    String select(Optional<Path> schema) {
        if (!table.variants().isEmpty() || (isPartitioned() && outer.hideColumnOf(table))) {
            return new VariantsView(table, prefixes).select();
        }
        String files = Stream.concat(
                        schema.stream().map(Path::toString),
                        table.files().stream().map(this::path))
                .map(Quoted::file)
                .collect(Collectors.joining(", ", "[", "]"));
        return "SELECT *" + withoutOuterKeys() + ParquetPruning.replacement(table.columns()) + " FROM read_parquet("
                + files + partitioning() + (schema.isPresent() ? cardinality() : "") + ParquetPruning.NAN + ")";
    }

    /**
     * Where the table's columns can be kept. The path contains the folders of the first file's partition, which are
     * columns too.
     */
    Path schemaIn(Path folder) {
        Path file = folder;
        for (String part : path(first()).split("/", -1)) {
            file = part.contains("=") ? file.resolve(part) : file;
        }
        return file.resolve("columns.parquet");
    }

    String copySchema(Path file) {
        return "COPY (SELECT * FROM read_parquet(" + Quoted.file(path(first()))
                + ", hive_partitioning = false) LIMIT 0) TO " + Database.literal(file.toString()) + " (FORMAT parquet)";
    }

    boolean isPartitioned() {
        return !table.partitionColumns().isEmpty()
                && !table.files().isEmpty()
                && table.variants().isEmpty();
    }

    /** DuckDB takes every folder of a path for a partition, also those above the lake. */
    private String withoutOuterKeys() {
        if (!isPartitioned()) {
            return "";
        }
        String outer = this.outer.names().stream().map(Quoted::name).collect(Collectors.joining(", "));
        return outer.isEmpty() ? "" : " EXCLUDE (" + outer + ")";
    }

    static String drop(String name) {
        return "DROP VIEW IF EXISTS " + quoted(name);
    }

    private Catalog.File first() {
        return table.files().getFirst();
    }

    private String path(Catalog.File file) {
        return prefixes.path(file);
    }

    /** Partition values are part of paths, where everything is text. The catalog knows their types. */
    private String partitioning() {
        if (table.partitionColumns().isEmpty()) {
            return ", hive_partitioning = false";
        }
        String types = table.columns().stream()
                .filter(column -> table.partitionColumns().contains(column.name()))
                .map(column -> quoted(column.name()) + ": " + column.type())
                .collect(Collectors.joining(", ", "{", "}"));
        return ", hive_partitioning = true, hive_types = " + types;
    }

    /** DuckDB estimates the rows of all files from those of the first, and a file with only columns has no rows. */
    private String cardinality() {
        long rows = table.rows() > 0 ? table.rows() : table.files().size() * ROWS_OF_A_FILE;
        return ", explicit_cardinality = " + rows;
    }

    static String quoted(String name) {
        return Quoted.name(name);
    }
}
