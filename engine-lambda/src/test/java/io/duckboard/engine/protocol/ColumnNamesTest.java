package io.duckboard.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns that share a name get different ones, in the way of what reads them. */
class ColumnNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b c | a b c | a b c",
                "a a a | a a_1 a_2 | a a_1 a_2",
                "a A | a A | a A_1",
                "a a A a_1 | a a_2 A a_1 | a a_1 A_2 a_1_1",
                "a_1 a a | a_1 a a_2 | a_1 a a_2",
            })
    void areDifferent(String names, String inRecord, String inFile) {
        List<Column> columns = Stream.of(names.split(" "))
                .map(name -> new Column(name, "INTEGER"))
                .toList();

        assertThat(ColumnNames.ofRecord(columns)).containsExactly(inRecord.split(" "));
        assertThat(ColumnNames.ofFile(columns)).containsExactly(inFile.split(" "));
    }
}
