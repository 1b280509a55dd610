package io.duckboard.database;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Says where the database is.
 *
 * @param home the folder of Duckboard's own data on this machine
 * @param database a PostgreSQL server's database, {@code postgresql://user@host:port/name}; empty for a file in the home
 * @param databasePassword the user's
 * @param databasePasswordFile a file that has the password as its only line, as containers are given secrets
 */
@ConfigurationProperties("duckboard")
public record DatabaseSettings(
        Path home, Optional<String> database, Optional<String> databasePassword, Optional<Path> databasePasswordFile) {

    public DatabaseSettings {
        database = database.filter(address -> !address.isBlank());
    }

    public static DatabaseSettings file(Path home) {
        return new DatabaseSettings(home, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A secret does not get into a log. */
    @Override
    public String toString() {
        return "DatabaseSettings[home=" + home + "]";
    }
}
