package io.duckboard.testing;

import io.duckboard.database.DatabaseSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL server that build/with-postgres has started, with a new database for whoever wants one. */
public record TestPostgres(String host, String password) {

    /** Returns the server; empty where the tests run without one. */
    public static Optional<TestPostgres> given() {
        return Optional.ofNullable(System.getenv("DUCKBOARD_TEST_DATABASE"))
                .map(address -> new TestPostgres(
                        address.replaceFirst("postgresql://duckboard@", "").replaceFirst("/postgres$", ""),
                        System.getenv("DUCKBOARD_TEST_DATABASE_PASSWORD")));
    }

    /** @return the database's name */
    public String create() {
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        run("CREATE DATABASE " + name);
        return name;
    }

    public void drop(String database) {
        run("DROP DATABASE " + database + " WITH (FORCE)");
    }

    /** Does something as the server's operator. */
    public void run(String statement) {
        runIn("postgres", statement);
    }

    public void runIn(String database, String statement) {
        try (Connection connection = source(database).getConnection();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }

    public String address(String user, String database) {
        return "postgresql://" + user + "@" + host + "/" + database;
    }

    public DatabaseSettings settings(Path home, String database) {
        return new DatabaseSettings(
                home, Optional.of(address("duckboard", database)), Optional.of(password), Optional.empty());
    }

    private DataSource source(String database) {
        var source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://" + host + "/" + database);
        source.setUser("duckboard");
        source.setPassword(password);
        return source;
    }
}
