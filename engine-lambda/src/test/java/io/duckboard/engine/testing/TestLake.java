package io.duckboard.engine.testing;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.engine.catalog.LakeLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A lake in a folder whose tables a test makes by SQL. */
public final class TestLake {

    private final Path root;
    private final List<Catalog.Table> tables = new ArrayList<>();

    public TestLake(Path root) {
        this.root = root;
    }

    public LakeLocation.Folder location() {
        return new LakeLocation.Folder(root);
    }

    public Path root() {
        return root;
    }

    /** The names of the files of unfinished work. */
    public static List<String> staged(Path root) {
        Path staging = root.resolve("_duckboard/staging");
        if (!Files.isDirectory(staging)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(staging)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".lock"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the rows of {@code select} as a table of one file. */
    public TestLake table(String name, String select) {
        return table(name, select, "COMPRESSION snappy");
    }

    /** @param options how DuckDB writes the Parquet file */
    public TestLake table(String name, String select, String options) {
        String path = "dataset/" + name + ".parquet";
        copy(select, path, "FORMAT parquet, " + options);
        return table(name, List.of(path), List.of(), List.of());
    }

    /** Writes the rows of {@code select} in hive partitions by {@code column}, a DATE. */
    public TestLake partitioned(String name, String select, String column) {
        copy(select, name, "FORMAT parquet, PARTITION_BY (" + column + ")");
        try (var files = Files.walk(root.resolve(name))) {
            List<String> paths = files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
            return table(name, paths, List.of(column), List.of(new Catalog.Field(column, "DATE", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Publishes a catalog that names these files, whether or not they exist. */
    public TestLake table(String name, List<String> paths, List<String> partitions, List<Catalog.Field> columns) {
        tables.removeIf(table -> table.name().equals(name));
        tables.add(new Catalog.Table(
                name,
                Catalog.Kind.DATASET,
                paths.stream().map(path -> new Catalog.File(path, 0, "")).toList(),
                partitions,
                columns,
                0,
                Instant.EPOCH,
                List.of()));
        publish(new Catalog(tables));
        return this;
    }

    /** Publishes the tables with files that Duckboard has written, as they are now. */
    public TestLake asWritten() {
        publish(new Catalog(
                tables.stream().map(table -> table.with(this::written)).toList()));
        return this;
    }

    private Catalog.File written(Catalog.File file) {
        try {
            Path path = root.resolve(file.path());
            String version = Files.getLastModifiedTime(path).toString();
            return new Catalog.File(file.path(), Files.size(path), version).asWritten();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Publishes the tables in the way of an older Duckboard. */
    public TestLake inFormat(int format) {
        publish(new Catalog(tables, List.of(), List.of(), List.of(), format));
        return this;
    }

    /** Publishes this as the workspace of {@code lake}, with the tables of that lake and its own. */
    public TestLake asWorkspaceOf(TestLake lake) {
        publish(new Catalog(Stream.concat(lake.tables.stream(), tables.stream().map(TestLake::inWorkspace))
                .toList()));
        return this;
    }

    private static Catalog.Table inWorkspace(Catalog.Table table) {
        return new Catalog.Table(
                table.name(),
                table.kind(),
                table.files().stream()
                        .map(file ->
                                new Catalog.File(file.path(), file.bytes(), file.version(), Catalog.Place.WORKSPACE))
                        .toList(),
                table.partitionColumns(),
                table.columns(),
                table.rows(),
                table.builtAt(),
                table.builtFrom());
    }

    private void publish(Catalog catalog) {
        try {
            Path staged = Files.createTempFile(Files.createDirectories(root), "catalog", ".new");
            Files.write(staged, CatalogJson.write(catalog));
            Files.move(staged, root.resolve(Catalog.FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(String select, String path, String options) {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duckdb.createStatement()) {
            Files.createDirectories(root.resolve(path).getParent());
            sql.execute("COPY (" + select + ") TO '" + root.resolve(path) + "' (" + options + ")");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
