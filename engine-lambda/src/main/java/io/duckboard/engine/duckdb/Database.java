package io.duckboard.engine.duckdb;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** One DuckDB in memory, locked: it reads the lake's directories and can be talked into nothing else. */
public final class Database implements AutoCloseable {

    private final DuckDBConnection root;

    private Database(DuckDBConnection root) {
        this.root = root;
    }

    /** Opens and locks. The order of the settings matters: each shuts a door that the one before needed. */
    public static Database open(DatabaseSettings settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        var connection = DriverManager.getConnection("jdbc:duckdb:", properties).unwrap(DuckDBConnection.class);
        try {
            for (String setting : statements(settings)) {
                execute(connection, setting);
            }
            return new Database(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** DuckDB's own version, such as {@code v1.5.5}. */
    public String version() throws SQLException {
        return root.getMetaData().getDatabaseProductVersion();
    }

    /** A connection of its own for one query. */
    DuckDBConnection connect() throws SQLException {
        return root.duplicate();
    }

    /** Runs a statement of the engine's own. */
    public void change(String statement) throws SQLException {
        try (DuckDBConnection connection = connect()) {
            execute(connection, statement);
        }
    }

    /** Whether it still answers; asked after anything unexpected. */
    public boolean isHealthy() {
        try (DuckDBConnection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet one = statement.executeQuery("SELECT 1")) {
            return one.next() && one.getInt(1) == 1;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() throws SQLException {
        root.close();
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static void execute(DuckDBConnection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> statements(DatabaseSettings settings) {
        String directories = settings.readableDirectories().stream()
                .map(directory -> literal(directory + "/"))
                .collect(Collectors.joining(", ", "[", "]"));
        Path temporary = settings.temporaryDirectory();
        var statements = new ArrayList<String>();
        statements.add("SET home_directory = " + literal(temporary.toString()));
        statements.add(
                "SET secret_directory = " + literal(temporary.resolve("secrets").toString()));
        statements.add("SET extension_directory = "
                + literal(temporary.resolve("extensions").toString()));
        statements.add("SET allow_persistent_secrets = false");
        statements.add("SET allow_community_extensions = false");
        statements.add("SET autoinstall_known_extensions = false");
        statements.add("SET autoload_known_extensions = false");
        statements.add("SET threads = " + settings.threads());
        statements.add("SET memory_limit = '" + settings.memoryMegabytes() + "MB'");
        statements.add(
                "SET temp_directory = " + literal(temporary.resolve("spill").toString()));
        statements.add("SET max_temp_directory_size = '" + settings.spillMegabytes() + "MB'");
        statements.add("SET GLOBAL TimeZone = 'UTC'");
        statements.add("SET GLOBAL errors_as_json = true");
        statements.add("SET parquet_metadata_cache = true");
        statements.add("SET allowed_directories = " + directories);
        statements.add("SET enable_external_access = false");
        statements.add("SET lock_configuration = true");
        return statements;
    }
}
