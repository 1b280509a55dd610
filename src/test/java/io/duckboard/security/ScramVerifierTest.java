package io.duckboard.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A verifier is what PostgreSQL would keep of the same password. */
class ScramVerifierTest {

    /** The salt and the password of RFC 7677's example. */
    private static final byte[] SALT = Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ==");

    @Test
    void isThatOfTheStandardsExample() {
        assertThat(ScramVerifier.of("pencil", SALT, 4096).text())
                .isEqualTo("SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ=="
                        + "$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=");
    }

    /** The examples of RFC 4013. */
    @Test
    void isTheSameForTextsThatLookAlike() {
        assertThat(of("I\u00adX")).isEqualTo(of("IX"));
        assertThat(of("\u00aa")).isEqualTo(of("a"));
        assertThat(of("\u2168")).isEqualTo(of("IX"));
        assertThat(of("a\u00a0b")).isEqualTo(of("a b"));
        assertThat(of("user")).isNotEqualTo(of("USER"));
    }

    @Test
    void hasASaltOfItsOwn() {
        assertThat(ScramVerifier.of("pencil")).isNotEqualTo(ScramVerifier.of("pencil"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pencil",
                "SCRAM-SHA-256$1:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=",
                "SCRAM-SHA-256$9999999:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=",
                "SCRAM-SHA-1$4096:W22ZaJ0SNY7soEsUEjb6gQ==$secret:secret"
            })
    void refusesATextThatIsNoneAndDoesNotRepeatIt(String text) {
        assertThatThrownBy(() -> new ScramVerifier(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("pencil");
    }

    @Test
    void doesNotGetIntoALog() {
        assertThat(ScramVerifier.of("pencil").toString()).isEqualTo("ScramVerifier[…]");
    }

    private static String of(String password) {
        return ScramVerifier.of(password, SALT, 4096).text();
    }
}
