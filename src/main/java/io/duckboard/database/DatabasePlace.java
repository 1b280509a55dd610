package io.duckboard.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/** Where the database is, and what to say if it cannot be used there. */
sealed interface DatabasePlace permits DatabaseFile, DatabaseServer {

    /**
     * Makes what the database needs before it is opened.
     *
     * @throws DatabaseUnavailableException if that cannot be done
     */
    void prepare();

    DataSource source();

    /**
     * Checks what a connection shows of the database.
     *
     * @throws DatabaseUnavailableException if it cannot be used
     */
    void check(Connection connection) throws SQLException;

    /** Whether other apps may have it open. */
    boolean isShared();

    /** The folder with the migrations that this kind of database has in a version of its own. */
    String migrations();

    DatabaseUnavailableException notOpened(SQLException cause);

    DatabaseUnavailableException notMigrated(FlywayException cause);

    /** @param version of the tables that are there */
    DatabaseUnavailableException newer(int version);
}
