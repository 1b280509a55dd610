package io.duckboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database on a server is named by one address, in which nobody finds a password. */
class ServerAddressTest {

    @Test
    void hasAUserAHostAPortAndAName() {
        assertThat(ServerAddress.parse("postgresql://ann@db.example:6432/lake"))
                .isEqualTo(new ServerAddress("ann", "db.example", 6432, "lake", Map.of()));
    }

    @Test
    void hasPostgresUsualPort() {
        assertThat(ServerAddress.parse("postgres://ann@db_1/lake").port()).isEqualTo(5432);
    }

    @Test
    void mayHaveLettersThatAreWrittenWithPerCents() {
        ServerAddress address = ServerAddress.parse("postgresql://ann%40team@[::1]:5432/the%20lake+1");

        assertThat(address.user()).isEqualTo("ann@team");
        assertThat(address.name()).isEqualTo("the lake+1");
        assertThat(address.host()).isEqualTo("[::1]");
    }

    @Test
    void saysHowTheConnectionIsKeptSecret() {
        assertThat(ServerAddress.parse("postgresql://a@b/c?sslmode=verify-full&sslrootcert=/etc/ca.pem")
                        .options())
                .containsExactlyInAnyOrderEntriesOf(Map.of("sslmode", "verify-full", "sslrootcert", "/etc/ca.pem"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ann:geheim@db/lake",
                "postgresql://ann:geheim@db/lake?sslmode=require",
                "jdbc:postgresql://db/lake?user=ann&password=geheim",
                "postgresql://db/geheim",
                "postgresql://ann@db:port/geheim",
                "postgresql://ann@db/lake?password=geheim",
                "postgresql://ann@db/lake?socketFactory=geheim",
                "postgresql://ann@db/geheim%2",
                "mysql://ann@db/geheim"
            })
    void isRefusedInASentenceThatDoesNotRepeatIt(String address) {
        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> ServerAddress.parse(address))
                .withMessageContaining("DUCKBOARD_DATABASE")
                .withMessageContaining("postgresql://USER@HOST:PORT/NAME")
                .withMessageNotContaining("geheim");
    }

    @Test
    void leadsToNoTextThatHasThePassword() {
        var settings = new DatabaseSettings(
                Path.of("home"), Optional.of("postgresql://ann@db/lake"), Optional.of("geheim"), Optional.empty());

        assertThat(settings.toString()).doesNotContain("geheim");
        assertThat(DatabaseServer.of("postgresql://ann@db/lake", settings).toString())
                .doesNotContain("geheim");
    }
}
