package io.duckboard.lake.tables;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.lake.load.LoadDatabase;
import io.duckboard.lake.store.FolderFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** A DuckDB in this process that reads files of this machine, with a folder for temporary files. */
final class FilesDuckDb implements AutoCloseable {

    private final LoadDatabase database;

    private FilesDuckDb(LoadDatabase database) {
        this.database = database;
    }

    static FilesDuckDb open() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return new FilesDuckDb(FolderFailures.translating(
                temporary, () -> LoadDatabase.in(Files.createTempDirectory(temporary, "duckboard"))));
    }

    LoadDatabase database() {
        return database;
    }

    Path scratch(String name) {
        return database.folder().resolve(name);
    }

    /** @param relation the text after FROM */
    List<Catalog.Field> columns(String relation) {
        return database.rows("SELECT column_name, column_type FROM (DESCRIBE FROM " + relation + ")").stream()
                .map(row -> new Catalog.Field(row.getFirst(), row.get(1), ""))
                .toList();
    }

    long parquetRows(Path file) {
        return database.number("SELECT num_rows FROM parquet_file_metadata(" + LoadDatabase.only(file) + ")");
    }

    List<String> reservedWords() {
        return first("SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category = 'reserved'");
    }

    @Override
    public void close() {
        database.close();
        try {
            FileSystemUtils.deleteRecursively(database.folder());
        } catch (IOException e) {
            throw FolderFailures.of(database.folder(), e);
        }
    }

    private List<String> first(String sql) {
        return database.rows(sql).stream().map(List::getFirst).toList();
    }
}
