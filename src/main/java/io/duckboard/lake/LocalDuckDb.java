package io.duckboard.lake;

import io.duckboard.engine.protocol.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** A DuckDB of this process that reads and writes files of this machine, and a folder for some of them. */
final class LocalDuckDb implements AutoCloseable {

    // Measured on 7.4 million trips: a month-filtered query takes 25 ms instead of 56, and the file 50 MiB instead of
    // 71.
    private static final String PARQUET = "FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2, ROW_GROUP_SIZE 122880";

    private final Connection connection;
    private final Path scratch;

    private LocalDuckDb(Connection connection, Path scratch) {
        this.connection = connection;
        this.scratch = scratch;
    }

    static LocalDuckDb open() {
        try {
            return new LocalDuckDb(DriverManager.getConnection("jdbc:duckdb:"), Files.createTempDirectory("duckboard"));
        } catch (IOException e) {
            throw FolderFailures.of(Path.of(System.getProperty("java.io.tmpdir")), e);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB cannot be opened", e);
        }
    }

    Path scratch(String name) {
        return scratch.resolve(name);
    }

    List<Catalog.Field> columns(String relation) {
        return rows(
                "DESCRIBE FROM " + relation,
                row -> new Catalog.Field(row.getString("column_name"), row.getString("column_type"), ""));
    }

    long parquetRows(Path file) {
        return rows(
                        "SELECT num_rows FROM parquet_file_metadata(" + literal(file.toString()) + ")",
                        row -> row.getLong(1))
                .getFirst();
    }

    List<String> reservedWords() {
        return rows(
                "SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category = 'reserved'",
                row -> row.getString(1));
    }

    List<Path> glob(String pattern) {
        return rows("FROM glob(" + literal(pattern) + ") ORDER BY file", row -> Path.of(row.getString(1)));
    }

    /** Writes it as the lake's Parquet. */
    void write(String select, Path file) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + select + ") TO " + literal(file.toString()) + " (" + PARQUET + ")");
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
            FileSystemUtils.deleteRecursively(scratch);
        } catch (IOException e) {
            throw FolderFailures.of(scratch, e);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB cannot be closed", e);
        }
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private <T> List<T> rows(String sql, Row<T> row) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(row.of(result));
            }
            return rows;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Its first line says it; the others are for those who wrote the SQL. */
    private static LakeFailure failure(SQLException failure) {
        String line = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        String reason = line.replaceFirst("^[\\w ]+ Error: ", "").replaceFirst("\\.?$", ".");
        return new LakeFailure(reason, "Check the file.", failure);
    }

    @FunctionalInterface
    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
