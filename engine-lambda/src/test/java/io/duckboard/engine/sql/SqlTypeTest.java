package io.duckboard.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are aligned to the right, so the code must know which types are numbers. */
class SqlTypeTest {

    @ParameterizedTest
    @ValueSource(strings = {"TINYINT", "UHUGEINT", "BIGNUM", "DOUBLE", "DECIMAL(10,2)"})
    void numbersAreNumbers(String type) {
        assertThat(new SqlType(type).isNumber()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"VARCHAR", "BOOLEAN", "BIGINT[]", "DECIMAL(10,2)[]", "STRUCT(a DECIMAL(10,2))", "DATE"})
    void othersAreNone(String type) {
        assertThat(new SqlType(type).isNumber()).isFalse();
    }
}
