package io.duckboard.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers are distinguished by the id they send, which is a number and not a name. */
class CallerIdTest {

    @Test
    void isReadAsItWasWritten() {
        CallerId caller = CallerId.random();

        assertThat(CallerId.in(caller.clientContext())).isEqualTo(caller);
        assertThat(caller).isNotEqualTo(CallerId.random());
        assertThat(caller.id()).matches("[0-9a-f]{32}");
    }

    @Test
    void standsAmongWhateverElseAClientSays() {
        assertThat(CallerId.in(base64("""
                {"client": {"app_title": "x"}, "custom": {"other": 1, "duckboard_caller": "mine-1"}, "env": {}}"""))).isEqualTo(new CallerId("mine-1"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"%%%", "bm8ganNvbg==", "e30=", "W10=", "eyJjdXN0b20iOjF9"})
    void isCommonToAllWhoSayNothing(String clientContext) {
        assertThat(CallerId.in(clientContext)).isEqualTo(CallerId.UNNAMED);
    }

    @Test
    void isCommonToAllWhoSayTooMuch() {
        assertThat(CallerId.in(base64("{\"custom\":{\"duckboard_caller\":\"a b\"}}")))
                .isEqualTo(CallerId.UNNAMED);
        assertThat(CallerId.in(base64("{\"custom\":{\"duckboard_caller\":\"" + "x".repeat(65) + "\"}}")))
                .isEqualTo(CallerId.UNNAMED);
        assertThat(CallerId.in(base64("{\"custom\":{\"duckboard_caller\":\"x\"}}" + " ".repeat(4_000))))
                .isEqualTo(CallerId.UNNAMED);
        assertThat(CallerId.in(base64("[".repeat(2_600)))).isEqualTo(CallerId.UNNAMED);
    }

    @Test
    void isNothingElseThanAnId() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CallerId("\"}}"));
    }

    @Test
    void keepsOutOfLogs() {
        assertThat(new CallerId("0123456789").toString()).doesNotContain("0123456789");
    }

    private static String base64(String json) {
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
