package io.duckboard.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings a database's tables to this version's schema, by the files in {@code db/migration}. */
final class Migrations {

    /** The version of the last migration file. */
    static final String NEWEST = "4";

    private static final String TABLE = "flyway_schema_history";

    private Migrations() {}

    /**
     * Applies the missing migrations. Flyway is only loaded if there is something to do, because loading it takes a
     * third of a second of CPU time at each start.
     *
     * @throws org.flywaydb.core.api.FlywayException if the migrations fail
     */
    static void apply(DataSource source, Connection connection) throws SQLException {
        if (!isNewest(connection)) {
            flyway().dataSource(source).load().migrate();
        }
    }

    static FluentConfiguration flyway() {
        return Flyway.configure().locations("classpath:db/migration").table(TABLE);
    }

    private static boolean isNewest(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, TABLE, null)) {
            if (!tables.next()) {
                return false;
            }
        }
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM \"" + TABLE + "\" WHERE \"version\" = ? AND \"success\"")) {
            query.setString(1, NEWEST);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
