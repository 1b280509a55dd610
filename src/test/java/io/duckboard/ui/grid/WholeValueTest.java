package io.duckboard.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Column;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole value of a cell is shown. */
class WholeValueTest {

    @Test
    void laysOutListsAndStructures() {
        assertThat(text("STRUCT", Map.of("a", Arrays.asList(1, null, new BigDecimal("1.50")))))
                .isEqualTo("""
                {
                  "a" : [ 1, null, 1.50 ]
                }""");
        assertThat(text("INTEGER[]", List.of(1, 2))).isEqualTo("[ 1, 2 ]");
    }

    @Test
    void laysOutJson() {
        assertThat(text("JSON", "{\"a\":{\"b\":1.10},\"c\":12345678901234567890}"))
                .isEqualTo("""
                {
                  "a" : {
                    "b" : 1.10
                  },
                  "c" : 12345678901234567890
                }""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1, \"a\":2}", "{} and more", "no JSON", "", "1.0", "null"})
    void leavesAnyOtherTextAsItIs(String json) {
        assertThat(text("JSON", json)).isEqualTo(json);
    }

    private static String text(String type, Object value) {
        return new WholeValue(new Column("v", type), value).text();
    }
}
