package io.duckboard.sqlpage.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.client.Vocabulary;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names are written so that DuckDB reads them as those names. */
class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "trips, trips",
        "_x1, _x1",
        "Order, \"Order\"",
        "fare amount, \"fare amount\"",
        "1st, \"1st\"",
        "a\"b, \"a\"\"b\"",
        "größe, \"größe\""
    })
    void isQuotedWhereItHasToBe(String name, String written) {
        var names = new Names(new Vocabulary(List.of("order", "zone"), List.of("order"), List.of(), List.of()));

        assertThat(names.written(name)).isEqualTo(written);
    }
}
