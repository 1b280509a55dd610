package io.duckboard.lake.load;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.sql.ParquetOptions;
import io.duckboard.engine.sql.Quoted;
import io.duckboard.lake.store.StoreFailures;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The DuckDB of one load. Data that does not fit into memory goes into the load's folder. */
public final class LoadDatabase implements AutoCloseable {

    private final Path folder;
    private final Connection connection;

    private LoadDatabase(Path folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    public static LoadDatabase in(Path folder) {
        try {
            var database = new LoadDatabase(folder, DriverManager.getConnection("jdbc:duckdb:"));
            database.run("SET temp_directory = " + literal(folder.resolve("spill")));
            database.run("SET TimeZone = 'UTC'");
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    public void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Returns the rows with all values as text; NULL becomes an empty text. */
    public List<List<String>> rows(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<String>>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    String value = result.getString(column);
                    row.add(value == null ? "" : value);
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Returns the single number that {@code sql} selects. */
    public long number(String sql) {
        return Long.parseLong(rows(sql).getFirst().getFirst());
    }

    /** Writes rows to a file in the folder. */
    public Path write(String select, String name) {
        List<String> types =
                rows("DESCRIBE " + select).stream().map(column -> column.get(1)).toList();
        return write(select, name, ParquetOptions.of(types));
    }

    /** Writes rows of which many fit into memory. */
    public Path writeSmall(String select, String name) {
        return write(select, name, ParquetOptions.ofSmallRows());
    }

    /** Writes such rows as hive partitions in a folder of that name. */
    public Path writeSmall(String select, String name, String partitionColumn) {
        return write(select, name, ParquetOptions.ofSmallRows() + ", PARTITION_BY (" + partitionColumn + ")");
    }

    private Path write(String select, String name, String options) {
        Path file = folder.resolve(name);
        run("COPY (" + select + ") TO " + literal(file) + " (" + options + ")");
        return file;
    }

    public static String literal(Path path) {
        return Quoted.literal(path.toString());
    }

    /** Like {@link #literal}, for functions that read files and take some signs in their names for patterns. */
    public static String only(Path path) {
        return Quoted.literal(path.toString().replaceAll("[\\[*?]", "[$0]"));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private FailureException failure(SQLException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("No space left") || message.contains("quota exceeded")) {
            return StoreFailures.full(folder.toString(), e);
        }
        return new FailureException(
                "DuckDB cannot do it: "
                        + message.replaceFirst("(?s)^Invalid Input Error: Attempting to execute .*?\n?Error: ", "")
                                .lines()
                                .findFirst()
                                .orElse("it gives no reason")
                        + ".",
                "The lake is as it was.",
                e);
    }
}
