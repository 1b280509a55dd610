package io.duckboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.duckboard.testing.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server's database has the same tables as the file, for several apps at once. */
class ServedDatabasePostgresIT {

    @TempDir
    private Path folder;

    private final TestPostgres server = TestPostgres.given().orElseThrow();
    private final String name = server.create();

    @AfterEach
    void drop() {
        server.drop(name);
    }

    @Test
    void hasTheNewestTables() {
        DatabaseSettings settings = server.settings(folder, name);
        DatabasePlace place = DatabaseServer.of(settings.database().orElseThrow(), settings);

        MigrationInfo[] all = Migrations.flyway(place)
                .dataSource(place.source())
                .load()
                .info()
                .all();

        assertThat(all[all.length - 1].getVersion().getVersion()).isEqualTo(String.valueOf(Migrations.NEWEST));
        assertThat(all).hasSize(Migrations.NEWEST);
    }

    @Test
    void isOneForAppsWithHomesOfTheirOwn() {
        try (HomeDatabase one = HomeDatabase.openForApp(server.settings(folder.resolve("one"), name));
                HomeDatabase other = HomeDatabase.openForApp(server.settings(folder.resolve("other"), name))) {
            spend(one);

            assertThat(spent(other)).isEqualTo(1);
        }
    }

    @Test
    void isMadeOnceByAppsThatStartAtTheSameTime() throws Exception {
        try (var starts = Executors.newFixedThreadPool(4)) {
            Callable<Integer> start = () -> {
                try (HomeDatabase database = HomeDatabase.open(server.settings(folder, name))) {
                    return spent(database);
                }
            };
            for (Future<Integer> started : starts.invokeAll(List.of(start, start, start, start))) {
                assertThat(started.get()).isZero();
            }
        }
    }

    @Test
    void isOpenToACommandBesideTheApp() {
        try (HomeDatabase app = HomeDatabase.openForApp(server.settings(folder, name));
                HomeDatabase command = HomeDatabase.open(server.settings(folder, name))) {
            spend(command);

            assertThat(spent(app)).isEqualTo(1);
        }
    }

    @Test
    void takesThePasswordFromAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), server.password() + "\n");
        var settings = new DatabaseSettings(
                folder, Optional.of(server.address("duckboard", name)), Optional.empty(), Optional.of(file));

        try (HomeDatabase database = HomeDatabase.open(settings)) {
            assertThat(spent(database)).isZero();
        }
    }

    @Test
    void refusesAWrongPassword() {
        var settings = new DatabaseSettings(
                folder, Optional.of(server.address("duckboard", name)), Optional.of("geheim"), Optional.empty());

        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> HomeDatabase.open(settings))
                .withMessageContaining("does not let duckboard into the database " + name)
                .withMessageContaining("DUCKBOARD_DATABASE_PASSWORD")
                .withMessageNotContaining("geheim");
    }

    @Test
    void refusesSomebodyWithoutAPassword() {
        var settings = new DatabaseSettings(
                folder, Optional.of(server.address("duckboard", name)), Optional.empty(), Optional.empty());

        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> HomeDatabase.open(settings))
                .withMessageContaining("does not let duckboard into the database");
    }

    @Test
    void saysThatThereIsNoSuchDatabase() {
        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> HomeDatabase.open(server.settings(folder, "nothing")))
                .withMessageContaining("There is no database nothing at 127.0.0.1")
                .withMessageContaining("CREATE DATABASE");
    }

    @Test
    void saysThatTheUserMayMakeNoTables() {
        String user = name + "_user";
        server.run("CREATE ROLE " + user + " LOGIN PASSWORD 'secret'");
        try {
            var settings = new DatabaseSettings(
                    folder, Optional.of(server.address(user, name)), Optional.of("secret"), Optional.empty());

            assertThatExceptionOfType(DatabaseUnavailableException.class)
                    .isThrownBy(() -> HomeDatabase.open(settings))
                    .withMessageContaining(user + " may not make tables in the database " + name)
                    .withMessageContaining("ALTER DATABASE");
        } finally {
            server.run("DROP ROLE " + user);
        }
    }

    @Test
    void saysThatItLacksLetters() {
        String latin = name + "_latin";
        server.run("CREATE DATABASE " + latin + " ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        try {
            assertThatExceptionOfType(DatabaseUnavailableException.class)
                    .isThrownBy(() -> HomeDatabase.open(server.settings(folder, latin)))
                    .withMessageContaining("has the encoding LATIN1");
        } finally {
            server.drop(latin);
        }
    }

    @Test
    void saysThatANewerDuckboardHasUsedIt() {
        HomeDatabase.open(server.settings(folder, name)).close();
        server.runIn(
                name, "UPDATE flyway_schema_history SET version = '99' WHERE version = '" + Migrations.NEWEST + "'");

        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> HomeDatabase.open(server.settings(folder, name)))
                .withMessageContaining("used by a newer Duckboard (its tables have version 99");
    }

    @Test
    void goesOnWhenTheServerHasCutItsConnections() {
        try (HomeDatabase database = HomeDatabase.open(server.settings(folder, name))) {
            spend(database);
            server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");

            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(spent(database)).isEqualTo(1));
        }
    }

    private static void spend(HomeDatabase database) {
        database.jdbc()
                .sql("INSERT INTO spending VALUES (DATE '2026-11-30', 1)")
                .update();
    }

    private static int spent(HomeDatabase database) {
        return database.jdbc()
                .sql("SELECT count(*) FROM spending")
                .query(Integer.class)
                .single();
    }
}
