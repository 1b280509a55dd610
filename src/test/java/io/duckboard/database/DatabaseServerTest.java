package io.duckboard.database;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** If a server's database cannot be used, a sentence says why, and another what to do. */
class DatabaseServerTest {

    @TempDir
    private Path home;

    private final DatabaseServer server =
            new DatabaseServer(ServerAddress.parse("postgresql://ann@db.example/lake"), Optional.empty());

    @Test
    void isTooOld() {
        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> server.check(14, "UTF8"))
                .withMessageContaining("PostgreSQL 14, which is too old")
                .withMessageContaining("PostgreSQL 15 or a later one");
    }

    @Test
    void lacksLetters() {
        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> server.check(17, "LATIN1"))
                .withMessageContaining("encoding LATIN1")
                .withMessageContaining("ENCODING 'UTF8'");
    }

    @Test
    void cannotBeReached() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> HomeDatabase.open(settings("postgresql://ann@127.0.0.1:" + port + "/lake")))
                .withMessageContaining("cannot be reached for the database lake at 127.0.0.1:" + port)
                .withMessageContaining("Check DUCKBOARD_DATABASE")
                .withMessageNotContaining("geheim");
    }

    @Test
    void hasAPasswordThatCannotBeRead() {
        var settings = new DatabaseSettings(
                home,
                Optional.of("postgresql://ann@db.example/lake"),
                Optional.empty(),
                Optional.of(home.resolve("none")));

        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> HomeDatabase.open(settings))
                .withMessageContaining("password cannot be read from " + home.resolve("none"));
    }

    @Test
    void doesNotGiveTheHomeToTwoApps() throws IOException {
        try (HomeHold _ = HomeHold.of(home)) {
            assertThatExceptionOfType(DatabaseUnavailableException.class)
                    .isThrownBy(() -> HomeDatabase.openForApp(settings("postgresql://ann@db.example/lake")))
                    .withMessageContaining("Another Duckboard uses this home");
        }
        HomeHold.of(home).close();
    }

    private DatabaseSettings settings(String address) {
        return new DatabaseSettings(home, Optional.of(address), Optional.of("geheim"), Optional.empty());
    }
}
