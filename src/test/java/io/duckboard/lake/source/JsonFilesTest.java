package io.duckboard.lake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every key, every record and every digit of a JSON file is in the table. */
class JsonFilesTest {

    @TempDir
    private Path files;

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '~', textBlock = """
        {"a":1}                                      ^ a BIGINT                     ^ 1
        {"a":18446744073709551615}                   ^ a UBIGINT                    ^ 18446744073709551615
        {"a":-1} {"a":18446744073709551615}          ^ a DECIMAL(38,0)              ^ -1 18446744073709551615
        {"a":170141183460469231731687303715884105727} ^ a VARCHAR \
        ^ 170141183460469231731687303715884105727
        {"a":9007199254740993} {"a":0.5}             ^ a DECIMAL(17,1)              ^ 9007199254740993.0 0.5
        {"a":1} {"a":0.4}                            ^ a DOUBLE                     ^ 1.0 0.4
        {"a":0.12345678901234567890}                 ^ a DECIMAL(21,20)             ^ 0.12345678901234567890
        {"a":NaN} {"a":1}                            ^ a DOUBLE                     ^ nan 1.0
        {"a":"01"} {"a":"1"}                         ^ a VARCHAR                    ^ 01 1
        {"a":true}                                   ^ a BOOLEAN                    ^ true
        {"a":"2024-01-31"}                           ^ a DATE                       ^ 2024-01-31
        {"a":"01/02/2024"}                           ^ a VARCHAR                    ^ 01/02/2024
        {"a":"2024-01-31T10:00:00Z"}                 ^ a TIMESTAMP                  ^ 2024-01-31§10:00:00
        {"a":"2024-01-31T10:00:00+02:00"}            ^ a TIMESTAMP WITH TIME ZONE   ^ 2024-01-31§08:00:00+00
        {"a":1} {"a":"x"} {"a":[1.50]}               ^ a JSON                       ^ 1 "x" [1.50]
        {"a":[1]} {"a":[]}                           ^ a BIGINT[]                   ^ [1] []
        {"a":{"x":1}} {"a":{"y":"z"}}                ^ a STRUCT(x BIGINT, y VARCHAR) \
        ^ {'x':§1,§'y':§NULL} {'x':§NULL,§'y':§z}
        {"a":{"x":9007199254740993}} {"a":{"x":0.5}} ^ a STRUCT(x DECIMAL(17,1)) \
        ^ {'x':§9007199254740993.0} {'x':§0.5}
        {"a":[{"x":18446744073709551616}]}           ^ a STRUCT(x DECIMAL(38,0))[]  ^ [{'x':§18446744073709551616}]
        {"a":{"x":1}} {"a":{"x":[1.50]}}             ^ a STRUCT(x VARCHAR)          ^ {'x':§1} {'x':§'[1.50]'}
        {"a":{"":1}}                                 ^ a JSON                       ^ {"":1}
        {"a":{"x":1,"X":2}}                          ^ a JSON                       ^ {"x":1,"X":2}
        1 2                                          ^ json BIGINT                  ^ 1 2
        [1,2]                                        ^ json BIGINT                  ^ 1 2
        [1,2] [3]                                    ^ json BIGINT[]                ^ [1,§2] [3]
        [{"a":1},{"a":2}]                            ^ a BIGINT                     ^ 1 2
        """)
    void keepTheirValues(String records, String column, String values) {
        Added added = Added.ofText(files, ReadOptions.NONE, "a.json", records.replace(' ', '\n'));

        assertThat(added.columns()).containsExactly(column);
        assertThat(added.column(0))
                .containsExactly(Arrays.stream(values.split(" "))
                        .map(value -> value.replace('§', ' '))
                        .toArray(String[]::new));
    }

    @Test
    void keepAKeyThatComesLate() {
        String text = "{\"id\":1}\n".repeat(25_000) + "{\"id\":2,\"late\":{\"x\":0.4}}\n";

        Added added = Added.ofText(files, ReadOptions.NONE, "a.jsonl", text);

        assertThat(added.columns()).containsExactly("id BIGINT", "late STRUCT(x DOUBLE)");
        assertThat(added.rows()).hasSize(25_001).endsWith(List.of("2", "{'x': 0.4}"));
    }

    @Test
    void mayBeLaidOutInLines() {
        Added added =
                Added.ofText(files, ReadOptions.NONE, "a.json", "{\n \"a\" : 1,\n \"b\" : [\n {\"c\" : 2} ]\n}\n");

        assertThat(added.rows()).containsExactly(List.of("1", "[{'c': 2}]"));
    }

    @Test
    void haveMapsWhereObjectsHaveVeryManyKeys() {
        var text = new StringBuilder();
        for (int key = 0; key < 500; key++) {
            text.append("{\"m\":{\"k")
                    .append(key)
                    .append("\":{\"n\":")
                    .append(key)
                    .append("}}}\n");
        }

        Added added = Added.ofText(files, ReadOptions.NONE, "a.jsonl", text.toString());

        assertThat(added.columns()).containsExactly("m MAP(VARCHAR, STRUCT(n BIGINT))");
        assertThat(added.rows()).hasSize(500).endsWith(List.of("{k499={'n': 499}}"));
    }

    @Test
    void mayHaveKeysThatDuckDbTakesForOne() {
        Added added = Added.ofText(files, ReadOptions.NONE, "a.jsonl", "{\"id\":1,\"ID\":2,\"\":3}\n");

        assertThat(added.columns()).containsExactly("id BIGINT", "ID_1 BIGINT", "C2 BIGINT");
        assertThat(added.rows()).containsExactly(List.of("1", "2", "3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '~',
            value = {
                "{\"id\":1}\\n{\"id\":2\\n{\"id\":3}\\n ^ line 3",
                "{\"id\":1}\\n{\"id\":2 ^ line 2",
                "{\"id\":1,\"id\":2} ^ Duplicate",
                "{\"id\":1}\\nx ^ line 2",
                "{\"id\":\"\\\\ud800\"} ^ half a character"
            })
    void areRefusedIfTheyAreBroken(String text, String message) {
        assertThatThrownBy(() -> Added.ofText(files, ReadOptions.NONE, "a.json", text.translateEscapes()))
                .hasMessageContaining("a.json")
                .hasMessageContaining(message);
    }

    @Test
    void haveTheTypesThatAreSaid() {
        var options = new Saying()
                .type("n", "VARCHAR")
                .type("s", "VARCHAR")
                .dateFormat("%d/%m/%Y")
                .options();

        Added added = Added.ofText(files, options, "a.jsonl", "{\"n\":1.50,\"s\":{\"x\":1.50},\"d\":\"01/02/2024\"}\n");

        assertThat(added.columns()).containsExactly("n VARCHAR", "s VARCHAR", "d DATE");
        assertThat(added.rows()).containsExactly(List.of("1.50", "{\"x\":1.50}", "2024-02-01"));
    }
}
