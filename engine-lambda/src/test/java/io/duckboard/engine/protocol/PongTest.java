package io.duckboard.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.duckboard.engine.catalog.Catalog;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine's answer to a ping says which formats of the catalog it reads. */
class PongTest {

    @Test
    void tellsTheNewestFormat() {
        assertThat(AnswerJson.format(AnswerJson.pong())).isEqualTo(Catalog.FORMAT);
    }

    @Test
    void isOfTheFirstFormatIfItSaysNothingOfFormats() {
        assertThat(format("{\"pong\":true}")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "noise",
                "{\"pong\":\"yes\"}",
                "{\"pong\":true,\"format\":\"new\"}",
                "{\"errorMessage\":\"No.\"}"
            })
    void isNothingElse(String answer) {
        assertThatIllegalArgumentException().isThrownBy(() -> format(answer));
    }

    private static int format(String answer) {
        return AnswerJson.format(answer.getBytes(StandardCharsets.UTF_8));
    }
}
