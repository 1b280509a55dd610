package io.duckboard.lake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.engine.failure.FailureException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates in text are read where all of them can be read in one way only, and asked for otherwise. */
class DatesInTextTest {

    @TempDir
    private Path files;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2024-01-31;2024-02-01               | DATE                     | 2024-01-31;2024-02-01
        2024/1/31;2024/2/1                  | DATE                     | 2024-01-31;2024-02-01
        2024.01.31;2024.02.01               | DATE                     | 2024-01-31;2024-02-01
        31/12/2023;01/02/2024               | DATE                     | 2023-12-31;2024-02-01
        12/31/2023;02/01/2024               | DATE                     | 2023-12-31;2024-02-01
        31.12.23;1.2.24                     | DATE                     | 2023-12-31;2024-02-01
        31/12/2023;1/2/24                   | DATE                     | 2023-12-31;2024-02-01
        31-12-99;01-02-68                   | DATE                     | 1999-12-31;2068-02-01
        01/01/2024;02/02/2024               | DATE                     | 2024-01-01;2024-02-02
        1/31/2024 1:30 PM;1/2/2024 12:00 AM | TIMESTAMP                | 2024-01-31 13:30:00;2024-01-02 00:00:00
        31.01.2024 08:15;01.02.2024 23:59:58 | TIMESTAMP               | 2024-01-31 08:15:00;2024-02-01 23:59:58
        2024-01-31 10:00;2024-02-01T11:00:01.5 | TIMESTAMP             | 2024-01-31 10:00:00;2024-02-01 11:00:01.5
        2024-01-31;2024-02-01 10:00:00      | TIMESTAMP                | 2024-01-31 00:00:00;2024-02-01 10:00:00
        2024-01-31 10:00:00.123456789       | TIMESTAMP_NS             | 2024-01-31 10:00:00.123456789
        2024-01-31 10:00:00.123456789;9999-12-31 | VARCHAR             | 2024-01-31 10:00:00.123456789;9999-12-31
        2024-01-31T10:00:00Z;2024-01-31T10:00:00+02:00 | TIMESTAMP WITH TIME ZONE | \
        2024-01-31 10:00:00+00;2024-01-31 08:00:00+00
        2024-01-31T10:00:00Z;2024-01-31T10:00:00 | VARCHAR | 2024-01-31T10:00:00Z;2024-01-31T10:00:00
        10:30;23:59:59.5                    | TIME                     | 10:30:00;23:59:59.5
        25:00;10:00                         | VARCHAR                  | 25:00;10:00
        31/12/2023;12/31/2023               | VARCHAR                  | 31/12/2023;12/31/2023
        30/02/2023;01/01/2024               | VARCHAR                  | 30/02/2023;01/01/2024
        2024-02-30                          | VARCHAR                  | 2024-02-30
        20240131                            | BIGINT                   | 20240131
        1.2.3;1.2.4                         | VARCHAR                  | 1.2.3;1.2.4
        """)
    void haveATypeIfThereIsOneWay(String texts, String type, String values) {
        Added added = Added.ofText(files, ReadOptions.NONE, "a.csv", "d\n" + texts.replace(';', '\n') + "\n");

        assertThat(added.columns()).containsExactly("d " + type);
        assertThat(added.column(0)).containsExactly(values.split(";"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "01/02/2024, 2 ways, '%d/%m/%Y' or '%m/%d/%Y'",
                "04/07/20, 3 ways, '%y/%m/%d' or '%d/%m/%y' or '%m/%d/%y'",
                "01.02.2024, 2 ways, '%d.%m.%Y' or '%m.%d.%Y'",
                "04/04/20, 3 ways, '%y/%m/%d' or '%d/%m/%y'",
                "01/02/2024 10:00, 2 ways, '%d/%m/%Y %H:%M' or"
            })
    void areAskedForIfThereAreSeveral(String text, String ways, String formats) {
        assertThatThrownBy(() -> Added.ofText(files, ReadOptions.NONE, "a.csv", "d\n" + text + "\n"))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("Column d of ")
                .hasMessageContaining(ways)
                .satisfies(e -> assertThat(((FailureException) e).hint()).contains("--date-format " + formats));
    }

    @Test
    void areReadAsTheFormatSaysThatIsSaid() {
        var options = new Saying()
                .dateFormat("%d/%m/%Y")
                .dateFormat("e=%m/%d/%Y")
                .dateFormat("i=%Y%m%d")
                .options();

        Added added = Added.ofText(files, options, "a.csv", "d,e,i,n\n01/02/2024,01/02/2024,20240131,1\n");

        assertThat(added.columns()).containsExactly("d DATE", "e DATE", "i DATE", "n BIGINT");
        assertThat(added.rows().getFirst()).containsExactly("2024-02-01", "2024-01-02", "2024-01-31", "1");
        assertThat(added.traits()).contains("d: dates as %d/%m/%Y", "e: dates as %m/%d/%Y");
    }

    @Test
    void haveYearsOfFourDigitsIfTheFormatSaysSo() {
        assertThatThrownBy(() -> Added.ofText(
                        files, new Saying().dateFormat("d=%d/%m/%Y").options(), "a.csv", "d\n31/12/20\n"))
                .hasMessageContaining("'31/12/20' in column d");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {"%d-%b-%Y, No column has dates", "d=%m/%d/%Y, '31/12/2024' in column d", "day, is no format"})
    void areRefusedIfTheFormatDoesNotFit(String format, String message) {
        assertThatThrownBy(() ->
                        Added.ofText(files, new Saying().dateFormat(format).options(), "a.csv", "d\n31/12/2024\n"))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining(message);
    }
}
