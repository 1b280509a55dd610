package io.duckboard.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** A database on a PostgreSQL server, which several apps may share. */
record DatabaseServer(ServerAddress address, Optional<String> password) implements DatabasePlace {

    /** The oldest that its makers keep in December 2026. */
    private static final int OLDEST = 15;

    /** A server that is there answers at once. */
    private static final Duration CONNECTING = Duration.ofSeconds(5);

    /** The longest statement takes some milliseconds, and a migration of a large table some seconds. */
    private static final Duration ANSWERING = Duration.ofSeconds(60);

    /** What PostgreSQL, and its driver, call a user who is unknown or does not prove to be that user. */
    private static final Set<String> NOT_LET_IN = Set.of("28000", "28P01", "08004");

    private static final String NO_DATABASE = "3D000";
    private static final String NO_RIGHT = "42501";
    private static final String NO_SCHEMA = "3F000";
    private static final String CONNECTION = "08";

    static DatabaseServer of(String address, DatabaseSettings settings) {
        return new DatabaseServer(
                ServerAddress.parse(address),
                settings.databasePassword()
                        .filter(password -> !password.isBlank())
                        .or(() -> settings.databasePasswordFile().map(DatabaseServer::read)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw DatabaseUnavailableException.noPassword(file, e);
        }
    }

    @Override
    public void prepare() {}

    @Override
    public DataSource source() {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {address.host()});
        source.setPortNumbers(new int[] {address.port()});
        source.setDatabaseName(address.name());
        source.setUser(address.user());
        // Without one, the driver looks into ~/.pgpass.
        password.ifPresent(source::setPassword);
        source.setApplicationName("duckboard");
        source.setConnectTimeout((int) CONNECTING.toSeconds());
        source.setLoginTimeout((int) CONNECTING.toSeconds());
        source.setSocketTimeout((int) ANSWERING.toSeconds());
        source.setTcpKeepAlive(true);
        // Its errors would have rows in them, and they are logged.
        source.setLogServerErrorDetail(false);
        Optional.ofNullable(address.options().get("sslmode")).ifPresent(source::setSslMode);
        Optional.ofNullable(address.options().get("sslrootcert")).ifPresent(source::setSslRootCert);
        return source;
    }

    @Override
    public void check(Connection connection) throws SQLException {
        check(connection.getMetaData().getDatabaseMajorVersion(), encoding(connection));
    }

    void check(int version, String encoding) {
        if (version < OLDEST) {
            throw DatabaseUnavailableException.ofServer(
                    "The database " + address + " is of PostgreSQL " + version + ", which is too old.",
                    "Use PostgreSQL " + OLDEST + " or a later one.");
        }
        if (!encoding.equals("UTF8")) {
            throw DatabaseUnavailableException.ofServer(
                    "The database " + address + " has the encoding " + encoding + ", which lacks letters.",
                    "Make one with UTF8: CREATE DATABASE name ENCODING 'UTF8' TEMPLATE template0.");
        }
    }

    private static String encoding(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW server_encoding")) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public String migrations() {
        return "classpath:db/postgresql";
    }

    @Override
    public DatabaseUnavailableException notOpened(SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        if (NOT_LET_IN.contains(state)) {
            return DatabaseUnavailableException.ofServer(
                    "PostgreSQL does not let " + address.user() + " into the database " + address + ".",
                    "Check the user's name and the password in DUCKBOARD_DATABASE_PASSWORD or its file, and whom the"
                            + " server's pg_hba.conf lets in from here.",
                    cause);
        }
        if (state.equals(NO_DATABASE)) {
            return DatabaseUnavailableException.ofServer(
                    "There is no database " + address + ".",
                    "Make it: CREATE DATABASE name OWNER user ENCODING 'UTF8' TEMPLATE template0.",
                    cause);
        }
        if (state.startsWith(CONNECTION)) {
            return DatabaseUnavailableException.ofServer(
                    "PostgreSQL cannot be reached for the database " + address + " ("
                            + DatabaseUnavailableException.firstLine(cause) + ").",
                    "Check DUCKBOARD_DATABASE, whether the server runs, and what is between it and this machine.",
                    cause);
        }
        return DatabaseUnavailableException.ofServer(
                "PostgreSQL does not open the database " + address + " ("
                        + DatabaseUnavailableException.firstLine(cause) + ").",
                "Its log says more. Try again, or check DUCKBOARD_DATABASE.",
                cause);
    }

    @Override
    public DatabaseUnavailableException notMigrated(FlywayException cause) {
        String state = state(cause);
        return state.equals(NO_RIGHT) || state.equals(NO_SCHEMA)
                ? DatabaseUnavailableException.ofServer(
                        address.user() + " may not make tables in the database " + address + ".",
                        "Make the user its owner: ALTER DATABASE name OWNER TO user; or GRANT CREATE on its schema.",
                        cause)
                : DatabaseUnavailableException.ofServer(
                        "The tables of the database " + address + " cannot be used by this version ("
                                + DatabaseUnavailableException.firstLine(cause) + ").",
                        "Start the version that made them, or name another database.",
                        cause);
    }

    private static String state(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                return refused.getSQLState();
            }
        }
        return "";
    }

    @Override
    public DatabaseUnavailableException newer(int version) {
        return DatabaseUnavailableException.newer("The database " + address, version);
    }

    /** A secret does not get into a log. */
    @Override
    public String toString() {
        return "DatabaseServer[" + address + "]";
    }
}
