package io.duckboard.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database with what people keep: a file in Duckboard's home, which one process at a time can open and so holds the
 * home; or, if one is named, a PostgreSQL server's, which several may share. Its tables have this version's schema.
 */
public final class HomeDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HomeDatabase.class);

    /** Reads and writes take a millisecond or two, so a page never waits long for one of these connections. */
    private static final int CONNECTIONS = 4;

    /** If a page has to wait longer, it should report that something is wrong. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Path home;
    private final HikariDataSource connections;

    /** It keeps a file open, whatever the pool does with its own connections; and the home, where there is no file. */
    private final Optional<AutoCloseable> kept;

    private final boolean isShared;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    private HomeDatabase(Path home, HikariDataSource connections, Optional<AutoCloseable> kept, DatabasePlace place) {
        this.home = home.toAbsolutePath().normalize();
        this.connections = connections;
        this.kept = kept;
        this.isShared = place.isShared();
        this.jdbc = JdbcClient.create(connections);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(connections));
    }

    /**
     * Opens the file in a home, and creates it if there is none.
     *
     * @throws DatabaseUnavailableException if another process has it, or it cannot be read or written
     */
    public static HomeDatabase open(Path home) {
        return open(DatabaseSettings.file(home));
    }

    /**
     * Opens the database for a command, beside whichever apps have it open, if it is a server's.
     *
     * @throws DatabaseUnavailableException if it cannot be used
     */
    public static HomeDatabase open(DatabaseSettings settings) {
        return open(settings, Optional.empty());
    }

    /**
     * Opens the database, and holds the home.
     *
     * @throws DatabaseUnavailableException if it cannot be used, or another app has the home
     */
    static HomeDatabase openForApp(DatabaseSettings settings) {
        if (settings.database().isEmpty()) {
            return open(settings);
        }
        HomeHold hold = HomeHold.of(settings.home());
        try {
            return open(settings, Optional.of(hold));
        } catch (RuntimeException e) {
            close(hold);
            throw e;
        }
    }

    private static HomeDatabase open(DatabaseSettings settings, Optional<AutoCloseable> hold) {
        DatabasePlace place = settings.database()
                .<DatabasePlace>map(address -> DatabaseServer.of(address, settings))
                .orElseGet(() -> new DatabaseFile(settings.home()));
        place.prepare();
        DataSource source = place.source();
        Connection first = connect(source, place);
        try {
            migrate(source, first, place);
            HikariDataSource connections = pool(source);
            if (place.isShared()) {
                JdbcUtils.closeConnection(first);
                return new HomeDatabase(settings.home(), connections, hold, place);
            }
            return new HomeDatabase(settings.home(), connections, Optional.of(first), place);
        } catch (RuntimeException e) {
            JdbcUtils.closeConnection(first);
            throw e;
        }
    }

    private static Connection connect(DataSource source, DatabasePlace place) {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw place.notOpened(e);
        }
    }

    private static void migrate(DataSource source, Connection first, DatabasePlace place) {
        try {
            place.check(first);
            Migrations.apply(source, first, place);
        } catch (FlywayException e) {
            throw place.notMigrated(e);
        } catch (SQLException e) {
            throw place.notOpened(e);
        }
    }

    private static HikariDataSource pool(DataSource source) {
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("home");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(LONGEST_WAIT.toMillis());
        return new HikariDataSource(config);
    }

    /** Returns the folder, as an absolute path. */
    public Path home() {
        return home;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    /** Returns the transactions, for changes that must be made as a whole. */
    public TransactionOperations transactions() {
        return transactions;
    }

    /** Whether other apps may have it open too. */
    public boolean isShared() {
        return isShared;
    }

    /** When the last connection to a file closes, the database closes the file and releases the home. */
    @Override
    public void close() {
        connections.close();
        kept.ifPresent(HomeDatabase::close);
    }

    private static void close(AutoCloseable kept) {
        try {
            kept.close();
        } catch (Exception e) {
            LOG.debug("the home is given up all the same", e);
        }
    }
}
