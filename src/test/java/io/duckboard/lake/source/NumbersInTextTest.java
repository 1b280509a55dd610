package io.duckboard.lake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.engine.failure.FailureException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers in text keep every digit: none is rounded, and codes that look like numbers stay text. */
class NumbersInTextTest {

    @TempDir
    private Path files;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1 -2                                      | BIGINT        | 1 -2
        9223372036854775807 -9223372036854775808  | BIGINT        | 9223372036854775807 -9223372036854775808
        18446744073709551615 0                    | UBIGINT       | 18446744073709551615 0
        18446744073709551615 -1                   | DECIMAL(38,0) | 18446744073709551615 -1
        12345678901234567890123 1                 | DECIMAL(38,0) | 12345678901234567890123 1
        123456789012345678901234567890123456789 1 | VARCHAR       | 123456789012345678901234567890123456789 1
        01234 10001                               | VARCHAR       | 01234 10001
        -07 1                                     | VARCHAR       | -07 1
        +49 +50                                   | VARCHAR       | +49 +50
        1_000 1                                   | VARCHAR       | 1_000 1
        1.5 2                                     | DOUBLE        | 1.5 2.0
        .5 5.                                     | DOUBLE        | 0.5 5.0
        0.30000000000000004 1                     | DOUBLE        | 0.30000000000000004 1.0
        1e5 2.5E-3                                | DOUBLE        | 100000.0 0.0025
        9007199254740993 0.5                      | DECIMAL(17,1) | 9007199254740993.0 0.5
        0.12345678901234567890 1                  | DECIMAL(21,20) | 0.12345678901234567890 1.00000000000000000000
        9007199254740993 1e5                      | VARCHAR       | 9007199254740993 1e5
        1e999 1                                   | VARCHAR       | 1e999 1
        NaN 1                                     | DOUBLE        | nan 1.0
        inf -Infinity                             | DOUBLE        | inf -inf
        -0 1                                      | DOUBLE        | -0.0 1.0
        0x10 1                                    | VARCHAR       | 0x10 1
        1 x                                       | VARCHAR       | 1 x
        """)
    void haveATypeThatHoldsAllOfThem(String texts, String type, String values) {
        Added added = Added.ofText(files, ReadOptions.NONE, "a.csv", "n\n" + texts.replace(' ', '\n') + "\n");

        assertThat(added.columns()).containsExactly("n " + type);
        assertThat(added.column(0)).containsExactly(values.split(" "));
    }

    @Test
    void withDecimalCommasAreReadWhereTheFileLeavesNoDoubt() {
        Added added = Added.ofText(files, ReadOptions.NONE, "a.csv", "a;b\n97100,7;1\n1.234,75;2\n-0,5;3\n");

        assertThat(added.columns()).containsExactly("a DOUBLE", "b BIGINT");
        assertThat(added.column(0)).containsExactly("97100.7", "1234.75", "-0.5");
        assertThat(added.traits()).contains("a: decimal commas");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a;b\\n1,234;1\\n12,500;2\\n | a", "a;b\\n1,5;1.234\\n2,5;2.500\\n | b"})
    void whoseCommasOrPointsCanBeTwoThingsAreAskedFor(String text, String column) {
        String unescaped = text.translateEscapes();
        assertThatThrownBy(() -> Added.ofText(files, ReadOptions.NONE, "a.csv", unescaped))
                .isInstanceOf(FailureException.class)
                .hasMessageStartingWith("Column " + column + " of ")
                .satisfies(e -> assertThat(((FailureException) e).hint()).contains("--decimal ,", "VARCHAR"));

        assertThat(Added.ofText(files, new Saying().decimal(",").options(), "a.csv", unescaped)
                        .rows())
                .hasSize(2);
    }

    @Test
    void areReadAsTheDecimalSaysThatIsSaid() {
        String text = "a;b\n1,234;1.234\n12,500;2.500\n";

        Added comma = Added.ofText(files, new Saying().decimal(",").options(), "a.csv", text);
        Added point = Added.ofText(files, new Saying().decimal(".").options(), "a.csv", text);

        assertThat(comma.rows()).containsExactly(List.of("1.234", "1234"), List.of("12.5", "2500"));
        assertThat(point.rows()).containsExactly(List.of("1234", "1.234"), List.of("12500", "2.5"));
    }

    @Test
    void inQuotesBetweenCommasStayText() {
        Added added = Added.ofText(files, ReadOptions.NONE, "a.csv", "m,n\n\"1,234.50\",\"97100,7\"\n");

        assertThat(added.columns()).containsExactly("m VARCHAR", "n VARCHAR");
        assertThat(added.traits()).contains("m: numbers with commas kept as text (--decimal reads them)");
    }
}
