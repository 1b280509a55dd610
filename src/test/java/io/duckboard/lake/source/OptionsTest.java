package io.duckboard.lake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.engine.testing.DuckDb;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An option does what it says, or says that it cannot. */
class OptionsTest {

    @TempDir
    private Path files;

    @Test
    void saysThatItDoesNotApply() {
        DuckDb.run("COPY (SELECT 1 AS n) TO '" + files + "/a.parquet'");
        Map<String, Saying> options = Map.of(
                "--delimiter", new Saying().delimiter(";"),
                "--quote", new Saying().quote("'"),
                "--header", new Saying().header(true),
                "--no-header", new Saying().header(false),
                "--skip", new Saying().skip(1),
                "--null", new Saying().nulls("x"),
                "--decimal", new Saying().decimal(","),
                "--encoding", new Saying().encoding(StandardCharsets.UTF_8),
                "--date-format", new Saying().dateFormat("%d"),
                "--sheet", new Saying().sheet("x"));

        options.forEach((option, saying) -> assertThatThrownBy(
                        () -> Added.of(files, saying.options(), files.resolve("a.parquet")))
                .hasMessage(option + " says nothing about Parquet files."));
        assertThatThrownBy(() -> Added.ofText(files, new Saying().sheet("x").options(), "a.csv", "a\n1\n"))
                .hasMessage("--sheet says nothing about text files.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        1;2          | VARCHAR      | 1;2
        1;2          | INTEGER      | 1;2
        1;2.5        | DECIMAL(3,1) | 1.0;2.5
        1.50;2       | DECIMAL(9,1) | 1.5;2.0
        2024-01-31   | DATE         | 2024-01-31
        31/12/2023   | DATE         | 2023-12-31
        2024-01-31   | TIMESTAMP    | 2024-01-31 00:00:00
        true;0       | BOOLEAN      | true;false
        01234        | BIGINT       | 1234
        0.1          | FLOAT        | 0.1
        2024-01-31 00:00:00 | DATE  | 2024-01-31
        """)
    void givesAColumnItsType(String texts, String type, String values) {
        Added added = Added.ofText(
                files, new Saying().type("A", type).options(), "a.csv", "a\n" + texts.replace(';', '\n') + "\n");

        assertThat(added.columns()).containsExactly("a " + type);
        assertThat(added.column(0)).containsExactly(values.split(";"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        1;2.5        | BIGINT       | '2.5' in column a of
        1;x          | BIGINT       | 'x' in column a of
        300          | TINYINT      | '300' in column a of
        1.25         | DECIMAL(9,1) | '1.25' in column a of
        1e5          | BIGINT       | '1e5' in column a of
        9007199254740993 | DOUBLE   | '9007199254740993' in column a of
        0.12345678901234567890 | DOUBLE | '0.12345678901234567890' in column a of
        2024-01-31 10:00:00 | DATE  | '2024-01-31 10:00:00' in column a of
        01/02/2024   | DATE         | can be read in 2 ways
        x            | DATE         | 'x' in column a of
        1            | NUMBER       | 'NUMBER' is no type of DuckDB's
        1            | INT); DROP   | is no type of DuckDB's
        """)
    void givesNoTypeThatWouldChangeAValue(String texts, String type, String reason) {
        assertThatThrownBy(() -> Added.ofText(
                        files,
                        new Saying().type("a", type).options(),
                        "a.csv",
                        "a\n" + texts.replace(';', '\n') + "\n"))
                .hasMessageContaining(reason);
    }

    @Test
    void givesATypeToColumnsThatAreThere() {
        assertThatThrownBy(
                        () -> Added.ofText(files, new Saying().type("b", "DATE").options(), "a.csv", "a\n1\n"))
                .hasMessage("There is no column b to give a type.");
    }

    @Test
    void changesNoValueOfParquet() {
        DuckDb.run("COPY (SELECT 1.5 AS a UNION ALL SELECT 2) TO '" + files + "/a.parquet'");

        assertThat(Added.of(files, new Saying().type("a", "DOUBLE").options(), files.resolve("a.parquet"))
                        .columns())
                .containsExactly("a DOUBLE");
        assertThatThrownBy(
                        () -> Added.of(files, new Saying().type("a", "BIGINT").options(), files.resolve("a.parquet")))
                .hasMessageContaining("'1.5' in column a of");
    }
}
