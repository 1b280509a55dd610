package io.duckboard.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings a database's tables to this version's schema, by the files in {@code db/migration}, and by those in {@code
 * db/h2} or {@code db/postgresql} which are not the same for both.
 */
final class Migrations {

    /** The version of the last migration file. */
    static final int NEWEST = 4;

    private static final String TABLE = "flyway_schema_history";

    private Migrations() {}

    /**
     * Applies the missing migrations. Flyway is only loaded if there is something to do, because loading it takes a
     * third of a second of CPU time at each start.
     *
     * @throws org.flywaydb.core.api.FlywayException if the migrations fail
     * @throws DatabaseUnavailableException if a newer Duckboard has used the database
     */
    static void apply(DataSource source, Connection connection, DatabasePlace place) throws SQLException {
        OptionalInt last = last(connection);
        if (last.isPresent() && last.getAsInt() > NEWEST) {
            throw place.newer(last.getAsInt());
        }
        if (last.isEmpty() || last.getAsInt() < NEWEST) {
            flyway(place).dataSource(source).load().migrate();
        }
    }

    static FluentConfiguration flyway(DatabasePlace place) {
        return Flyway.configure()
                .locations("classpath:db/migration", place.migrations())
                .table(TABLE);
    }

    /** Returns the version of the tables; empty if there are none, or a migration has failed, as Flyway then says. */
    private static OptionalInt last(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), TABLE, null)) {
            if (!tables.next()) {
                return OptionalInt.empty();
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT \"version\", \"success\" FROM \"" + TABLE
                        + "\" WHERE \"version\" IS NOT NULL ORDER BY \"installed_rank\" DESC")) {
            return rows.next() && rows.getBoolean(2)
                    ? OptionalInt.of(Integer.parseInt(rows.getString(1)))
                    : OptionalInt.empty();
        }
    }
}
