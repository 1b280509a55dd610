package io.duckboard.lake.tables;

import io.duckboard.engine.catalog.Catalog.Field;
import io.duckboard.engine.catalog.Catalog.File;
import io.duckboard.engine.catalog.Catalog.Table;
import io.duckboard.engine.catalog.journal.Parallel;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.store.FolderFailures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Reads the rows and columns of tables from their files' metadata. */
final class TableFooters {

    private final ParquetFooters footers;

    TableFooters(ParquetFooters footers) {
        this.footers = footers;
    }

    /**
     * Returns the table with these files, as others made them. Columns keep their descriptions.
     *
     * @param present the files that can be read
     * @throws FailureException if a file is not a Parquet file, or lacks columns of the first file
     */
    Table read(Table table, List<File> files, List<File> present) {
        List<ParquetFile> read = all(present);
        List<Field> columns = read.isEmpty() ? table.columns() : columns(table, read.getFirst());
        read.forEach(file -> check(file, read.getFirst()));
        return new Table(
                table.name(),
                table.kind(),
                files,
                table.partitionColumns(),
                columns,
                read.stream().mapToLong(ParquetFile::rows).sum(),
                Instant.EPOCH,
                table.builtFrom(),
                table.copy());
    }

    private List<ParquetFile> all(List<File> files) {
        try {
            return Parallel.run(files.stream()
                    .<Callable<ParquetFile>>map(file -> () -> footers.read(file))
                    .toList());
        } catch (IOException e) {
            throw FolderFailures.of(Path.of(""), e);
        }
    }

    private static List<Field> columns(Table table, ParquetFile first) {
        var columns = new ArrayList<Field>();
        first.columns().stream()
                .filter(column -> !table.partitionColumns().contains(column.name()))
                .forEach(column -> columns.add(described(column, table)));
        table.columns().stream()
                .filter(column -> table.partitionColumns().contains(column.name()))
                .forEach(columns::add);
        return columns;
    }

    private static Field described(Field column, Table table) {
        return new Field(
                column.name(),
                column.type(),
                table.columns().stream()
                        .filter(old -> old.name().equals(column.name()))
                        .map(Field::description)
                        .findFirst()
                        .orElse(""));
    }

    /** DuckDB takes a table's columns from its first file and requires them in all files. */
    private static void check(ParquetFile file, ParquetFile first) {
        var names = file.columns().stream()
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        for (Field column : first.columns()) {
            if (!names.contains(column.name().toLowerCase(Locale.ROOT))) {
                throw new FailureException(
                        file.file().path() + " has no column " + column.name() + ", and "
                                + first.file().path() + " has.",
                        "Write its files with the same columns.");
            }
        }
    }
}
