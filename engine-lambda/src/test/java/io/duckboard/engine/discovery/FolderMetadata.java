package io.duckboard.engine.discovery;

import io.duckboard.engine.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Reads the metadata of files in a folder by a DuckDB of its own. */
record FolderMetadata(Path root) implements ParquetMetadata {

    @Override
    public byte[] end(Catalog.File file, int bytes) throws IOException {
        return new FolderEnds(root).end(file, bytes);
    }

    @Override
    public List<Catalog.Field> columns(Catalog.File file) throws IOException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
            return new MetadataSql(duckdb).columns(path(file));
        } catch (SQLException e) {
            throw new UnreadableFileException("It cannot be read.", e);
        }
    }

    @Override
    public ColumnValues values(Collection<Catalog.File> files, String column) throws IOException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
            return new MetadataSql(duckdb).values(files.stream().map(this::path).toList(), column);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private String path(Catalog.File file) {
        return root.resolve(file.path()).toString();
    }
}
