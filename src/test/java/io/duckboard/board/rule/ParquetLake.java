package io.duckboard.board.rule;

import io.duckboard.client.LocalEngine;
import io.duckboard.client.QuerySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/** Somebody's folder of Parquet, without a catalog, and an engine over it. */
final class ParquetLake implements AutoCloseable {

    private final Path home;
    private final Path folder;

    ParquetLake() throws IOException {
        home = Files.createTempDirectory("home-");
        folder = Files.createDirectory(home.resolve("data"));
    }

    ParquetLake with(String table, String select) {
        return copy(select, folder.resolve(table + ".parquet"), "");
    }

    /** With a folder for each value of the column. */
    ParquetLake partitioned(String table, String select, String column) {
        return copy(select, folder.resolve(table), ", PARTITION_BY (" + column + ")");
    }

    private ParquetLake copy(String select, Path to, String options) {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duckdb.createStatement()) {
            Files.createDirectories(Objects.requireNonNull(to.getParent()));
            sql.execute("COPY (" + select + ") TO '" + to.toString().replace("'", "''") + "' (FORMAT parquet" + options
                    + ")");
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    LocalEngine engine() {
        return LocalEngine.serve(
                new QuerySettings(
                        home,
                        folder.toString(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofSeconds(60),
                        Optional.of(1)),
                "127.0.0.1",
                0,
                Optional.empty());
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(home);
    }
}
