package io.duckboard.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database in Duckboard's home. Only one process at a time can open it, and that process holds the home. Its tables
 * have this version's schema.
 */
public final class HomeDatabase implements AutoCloseable {

    /** Reads and writes take a millisecond or two, so a page never waits long for one of these connections. */
    private static final int CONNECTIONS = 4;

    /** If a page has to wait longer, it should report that something is wrong. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** This connection keeps the database open, whatever the pool does with its own connections. */
    private final Connection first;

    private final Path home;
    private final HikariDataSource connections;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    private HomeDatabase(Path home, Connection first, HikariDataSource connections) {
        this.home = home;
        this.first = first;
        this.connections = connections;
        this.jdbc = JdbcClient.create(connections);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(connections));
    }

    /**
     * Opens the database, and creates it if there is none.
     *
     * @throws DatabaseUnavailableException if another process has it, or it cannot be read or written
     */
    public static HomeDatabase open(Path home) {
        var file = new DatabaseFile(home);
        if (file.path().toString().contains(";")) {
            throw DatabaseUnavailableException.unfitName(file.home());
        }
        try {
            file.prepare();
        } catch (IOException e) {
            throw DatabaseUnavailableException.cannotWrite(file.home(), e);
        }
        var source = new JdbcDataSource();
        source.setURL(file.url());
        source.setUser("duckboard");
        Connection first = connect(source, file);
        try {
            migrate(source, first, file);
            return new HomeDatabase(file.home(), first, pool(source));
        } catch (RuntimeException e) {
            JdbcUtils.closeConnection(first);
            throw e;
        }
    }

    private static Connection connect(DataSource source, DatabaseFile file) {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
                    ? DatabaseUnavailableException.inUse(file.home(), e)
                    : DatabaseUnavailableException.unreadable(file.path(), e);
        }
    }

    private static void migrate(DataSource source, Connection first, DatabaseFile file) {
        try {
            Migrations.apply(source, first);
        } catch (FlywayException e) {
            throw DatabaseUnavailableException.notMigrated(file.path(), e);
        } catch (SQLException e) {
            throw DatabaseUnavailableException.unreadable(file.path(), e);
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

    /** When the last connection closes, the database closes its file and releases the home. */
    @Override
    public void close() {
        connections.close();
        JdbcUtils.closeConnection(first);
    }
}
