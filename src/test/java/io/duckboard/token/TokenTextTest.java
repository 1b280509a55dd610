package io.duckboard.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token's text tells that it is one, and nobody guesses it. */
class TokenTextTest {

    private final TokenText token = TokenText.fresh(new SecureRandom());

    @Test
    void isReadAsItWasWritten() {
        assertThat(token.text()).matches("duckboard_[0-9A-Za-z]{12}_[0-9A-Za-z]{38}");
        assertThat(TokenText.of(token.text())).contains(token);
    }

    @Test
    void isNeverTheSame() {
        assertThat(TokenText.fresh(new SecureRandom()).secret()).isNotEqualTo(token.secret());
    }

    /** A scanner for secrets knows by the checksum that this is none. */
    @Test
    void isNoneWithAnotherLetter() {
        char first = token.secret().charAt(0);

        assertThat(TokenText.of(new TokenText(
                                token.id(),
                                (first == 'a' ? 'b' : 'a') + token.secret().substring(1))
                        .text()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "duckboard", "duckboard__", "duckboard_a_b", "ghp_0123456789"})
    void isNotAnyText(String text) {
        assertThat(TokenText.of(text)).isEmpty();
    }

    @Test
    void doesNotGetIntoALog() {
        assertThat(token.toString()).doesNotContain(token.secret());
    }
}
