package io.duckboard.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.sql.ParquetOptions;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A group of rows is as large as memory surely allows. */
class ParquetOptionsTest {

    @Test
    void isLargeForFewColumnsOfFixedWidth() {
        assertThat(ParquetOptions.of(List.of("BIGINT", "DOUBLE", "DECIMAL(18,3)", "TIMESTAMP WITH TIME ZONE", "DATE")))
                .endsWith("ROW_GROUP_SIZE 1048576");
        assertThat(ParquetOptions.of(Collections.nCopies(40, "UINTEGER"))).endsWith("ROW_GROUP_SIZE 1048576");
        assertThat(ParquetOptions.ofSmallRows()).endsWith("ROW_GROUP_SIZE 1048576");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"VARCHAR", "BLOB", "BIGINT[]", "STRUCT(a INTEGER)", "MAP(INTEGER, DATE)", "DATE[3]", "JSON"})
    void isSmallForValuesOfAnySize(String type) {
        assertThat(ParquetOptions.of(List.of("BIGINT", type))).endsWith("ROW_GROUP_SIZE 122880");
    }

    @Test
    void isSmallForManyColumns() {
        assertThat(ParquetOptions.of(Collections.nCopies(41, "UINTEGER"))).endsWith("ROW_GROUP_SIZE 122880");
    }
}
