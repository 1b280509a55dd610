package io.duckboard.engine.duckdb;

import io.duckboard.engine.catalog.S3Endpoint;
import io.duckboard.engine.guard.SqlParser;
import io.duckboard.engine.lake.S3Keys;
import io.duckboard.engine.sql.Quoted;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** One locked in-memory DuckDB. It reads the lake's directories, and no SQL can make it do anything else. */
public final class Database implements AutoCloseable {

    private final DuckDBConnection root;
    private final DuckDbParser parser;
    private final Optional<Path> scratch;

    private Database(DuckDBConnection root, Optional<Path> scratch) {
        this.root = root;
        this.parser = new DuckDbParser(root);
        this.scratch = scratch;
    }

    /**
     * Opens and locks the database. The order of the settings matters: each one closes a door that the one before
     * needed.
     */
    public static Database open(DatabaseSettings settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        FlightRecording.turnOff();
        // Does not use DriverManager, which searches all jars for drivers.
        DuckDBConnection connection = DuckDBConnection.newConnection("jdbc:duckdb:", false, "", properties);
        try {
            Optional<Path> scratch = scratch(settings);
            for (String setting : statements(settings, scratch)) {
                execute(connection, setting);
            }
            return new Database(connection, scratch);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** DuckDB's own version, such as {@code v1.5.5}. */
    public String version() throws SQLException {
        // The driver's metadata has it too, but loads many other classes.
        try (Statement statement = root.createStatement();
                ResultSet version = statement.executeQuery("SELECT version()")) {
            version.next();
            return version.getString(1);
        }
    }

    /** A separate connection for one query. */
    DuckDBConnection connect() throws SQLException {
        return root.duplicate();
    }

    /** The database's own parser, for one text at a time. */
    DuckDbParser parser() {
        return parser;
    }

    /**
     * The result of {@code json_serialize_sql} for a text: the tree of a read-only statement, or an object whose
     * {@code error} is true.
     *
     * @throws SQLException if the parser itself fails
     */
    public String tree(String sql) throws SQLException {
        try {
            return DeepStack.call(() -> parser.tree(sql));
        } catch (ParserFailedException e) {
            throw e.failure();
        }
    }

    /**
     * The folder where the engine keeps small files for queries to read; only for a lake that is not on this machine.
     */
    Optional<Path> scratch() {
        return scratch;
    }

    /** Sets the keys for the paths below {@code scopes}, and for nothing else. Also works on a locked database. */
    public void unlock(List<String> scopes, S3Endpoint endpoint, S3Keys keys) throws SQLException {
        change(S3Secret.create("lake", scopes, endpoint, keys));
    }

    /** Runs one of the engine's own statements. */
    public void change(String statement) throws SQLException {
        try (DuckDBConnection connection = connect()) {
            execute(connection, statement);
        }
    }

    /** Whether the database still parses and answers; checked after anything unexpected. */
    public boolean isHealthy() {
        String sql = "SELECT 1";
        try (DuckDBConnection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet one = statement.executeQuery(sql)) {
            return one.next() && one.getInt(1) == 1 && parser.parse(sql) instanceof SqlParser.Parsed.Selects;
        } catch (SQLException | ParserFailedException e) {
            return false;
        }
    }

    @Override
    public void close() throws SQLException {
        root.close();
        if (scratch.isPresent()) {
            try (Stream<Path> files = Files.walk(scratch.get())) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            } catch (IOException e) {
                throw new UncheckedIOException("The temporary directory cannot be cleared", e);
            }
        }
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static void execute(DuckDBConnection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Optional<Path> scratch(DatabaseSettings settings) {
        if (settings.httpfs().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.createTempDirectory(settings.temporaryDirectory(), "duckboard"));
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary directory cannot be written", e);
        }
    }

    private static List<String> statements(DatabaseSettings settings, Optional<Path> scratch) {
        List<String> places = new ArrayList<>(settings.readablePlaces());
        scratch.ifPresent(folder -> places.add(folder + "/"));
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
        settings.httpfs().ifPresent(httpfs -> statements.addAll(httpfs.statements()));
        statements.add("SET threads = " + settings.threads());
        statements.add("SET memory_limit = '" + settings.memoryMegabytes() + "MB'");
        statements.add(
                "SET temp_directory = " + literal(temporary.resolve("spill").toString()));
        statements.add("SET max_temp_directory_size = '" + settings.spillMegabytes() + "MB'");
        statements.add("SET GLOBAL TimeZone = 'UTC'");
        statements.add("SET GLOBAL errors_as_json = true");
        statements.add("SET parquet_metadata_cache = true");
        // DuckDB compares the text of a path, and exact files are named by patterns that only they match.
        places.addAll(places.stream()
                .map(Quoted::exactly)
                .filter(place -> !places.contains(place))
                .toList());
        statements.add("SET allowed_directories = " + list(places.stream().filter(place -> place.endsWith("/"))));
        statements.add("SET allowed_paths = " + list(places.stream().filter(place -> !place.endsWith("/"))));
        statements.add("SET allowed_configs = [" + literal(FixedFiles.SETTING) + "]");
        statements.add("SET enable_external_access = false");
        statements.add("SET lock_configuration = true");
        return statements;
    }

    private static String list(Stream<String> texts) {
        return texts.map(Database::literal).collect(Collectors.joining(", ", "[", "]"));
    }
}
