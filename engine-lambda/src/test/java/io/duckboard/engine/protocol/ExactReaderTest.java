package io.duckboard.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

/** Reading JSON keeps every digit of a number, and its sign. */
class ExactReaderTest {

    @Test
    void readsEachNumberAsTheTypeThatHoldsIt() {
        assertThat(read("[1, -2147483649, 18446744073709551615, 1.50, 1e300, 12345678901234567890.0123456789]"))
                .isEqualTo(List.of(
                        1,
                        -2147483649L,
                        new BigInteger("18446744073709551615"),
                        new BigDecimal("1.50"),
                        new BigDecimal("1e300"),
                        new BigDecimal("12345678901234567890.0123456789")));
    }

    @Test
    void keepsTheSignOfZero() {
        assertThat(read("[-0.0, 0.0, -0.00, [{\"a\": -0.0}]]"))
                .isEqualTo(List.of(-0.0, new BigDecimal("0.0"), -0.0, List.of(Map.of("a", -0.0))));
    }

    @Test
    void readsNestedValuesInTheirOrder() {
        assertThat(String.valueOf(read("{\"b\": [null, true, \"x\"], \"a\": {}}")))
                .isEqualTo("{b=[null, true, x], a={}}");
        assertThat(read("")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1", "[1,]", "{\"a\"}", "nul", "-", "\"a", "[1}"})
    void refusesWhatIsNoJson(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(JacksonException.class);
    }

    private static @Nullable Object read(String json) {
        return ExactReader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
