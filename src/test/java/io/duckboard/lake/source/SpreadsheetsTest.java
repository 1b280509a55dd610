package io.duckboard.lake.source;

import static io.duckboard.lake.source.Workbook.cell;
import static io.duckboard.lake.source.Workbook.formula;
import static io.duckboard.lake.source.Workbook.number;
import static io.duckboard.lake.source.Workbook.row;
import static io.duckboard.lake.source.Workbook.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sheet of an .xlsx is a table with the values that a spreadsheet program shows. */
class SpreadsheetsTest {

    @TempDir
    private Path files;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        42                 | 0 | BIGINT    | 42
        2.5                | 0 | DOUBLE    | 2.5
        0.30000000000000004 | 0 | DOUBLE   | 0.30000000000000004
        1.1000000000000001 | 0 | DOUBLE    | 1.1
        12345678901234567  | 0 | BIGINT    | 12345678901234567
        1234               | 7 | VARCHAR   | 01234
        123456             | 7 | VARCHAR   | 123456
        1E+300             | 0 | DOUBLE    | 1e+300
        -1                 | 1 | BIGINT    | -1
        45351              | 1 | DATE      | 2024-02-29
        1                  | 1 | DATE      | 1900-01-01
        59                 | 1 | DATE      | 1900-02-28
        61                 | 4 | DATE      | 1900-03-01
        45351.5            | 1 | TIMESTAMP | 2024-02-29 12:00:00
        45351.43767361111  | 2 | TIMESTAMP | 2024-02-29 10:30:15
        45351.999988425926 | 2 | TIMESTAMP | 2024-02-29 23:59:59
        0.375              | 3 | TIME      | 09:00:00
        1.5                | 5 | DOUBLE    | 1.5
        3                  | 6 | BIGINT    | 3
        """)
    void hasTheNumbersAndDaysOfItsCells(String value, int style, String type, String shown) {
        Added added = added(new Workbook().sheet("S", row(1, text("A1", "v")), row(2, number("A2", value, style))));

        assertThat(added.columns()).containsExactly("v " + type);
        assertThat(added.column(0)).containsExactly(shown);
    }

    @ParameterizedTest
    @CsvSource({"date1904=\"1\"", "date1904='true'"})
    void countsDaysFrom1904IfItSaysSo(String property) {
        Added added = added(new Workbook()
                .properties(property)
                .sheet("S", row(1, text("A1", "v")), row(2, number("A2", "43889", 1)), row(3, number("A3", "0", 1))));

        assertThat(added.column(0)).containsExactly("2024-02-29", "1904-01-01");
    }

    @Test
    void keepsTextAsText() {
        Added added = added(new Workbook()
                .sheet(
                        "S",
                        row(1, text("A1", "zip"), text("B1", "mixed")),
                        row(2, text("A2", "01234"), number("B2", "1.50")),
                        row(3, text("A3", "2024-01-31"), text("B3", "x"))));

        assertThat(added.columns()).containsExactly("zip VARCHAR", "mixed VARCHAR");
        assertThat(added.rows()).containsExactly(List.of("01234", "1.50"), List.of("2024-01-31", "x"));
        assertThat(added.traits()).contains("mixed: cells of several kinds kept as text");
    }

    @Test
    void hasTheResultsOfFormulas() {
        Added added = added(new Workbook()
                .sheet(
                        "S",
                        row(1, text("A1", "n"), text("B1", "s"), text("C1", "b"), text("D1", "e")),
                        row(
                                2,
                                formula("A2", "n", "2.5"),
                                formula("B2", "str", "x"),
                                formula("C2", "b", "1"),
                                formula("D2", "e", "#DIV/0!")),
                        row(3, number("A3", "1"), formula("B3", "str", ""), cell("C3", "b", "0"), number("D3", "7"))));

        assertThat(added.columns()).containsExactly("n DOUBLE", "s VARCHAR", "b BOOLEAN", "e BIGINT");
        assertThat(added.rows())
                .containsExactly(Arrays.asList("2.5", "x", "true", null), Arrays.asList("1.0", null, "false", "7"));
        assertThat(added.traits()).contains("1 error taken for NULL");
    }

    @Test
    void isRefusedIfItsFormulasHaveNoResults() {
        assertThatThrownBy(() ->
                        added(new Workbook().sheet("S", row(1, text("A1", "n")), row(2, "<c r=\"A2\"><f>1+1</f></c>"))))
                .hasMessageContaining("formulas without their results");
    }

    @Test
    void beginsBelowItsTitleAndPassesOverEmptyRowsAndColumns() {
        Added added = added(new Workbook()
                .sheet(
                        "S",
                        row(1, text("B1", "Report of 2024")),
                        row(3, text("B3", "id"), text("C3", "x")),
                        row(4, number("B4", "1"), number("C4", "2.5")),
                        row(7, number("B7", "2"))));

        assertThat(added.columns()).containsExactly("id BIGINT", "x DOUBLE");
        assertThat(added.rows()).containsExactly(List.of("1", "2.5"), Arrays.asList("2", null));
        assertThat(added.traits()).contains("1 row in front of the table");
    }

    @Test
    void isTheFirstUnlessAnotherIsNamed() {
        Workbook workbook = new Workbook()
                .sheet("One", row(1, text("A1", "a")), row(2, number("A2", "1")))
                .sheet("Two", row(1, text("A1", "b")), row(2, number("A2", "2")));

        Added first = added(workbook);
        Added named = Added.of(files, new Saying().sheet("two").options(), files.resolve("a.xlsx"));

        assertThat(first.columns()).containsExactly("a BIGINT");
        assertThat(first.traits()).contains("sheet One", "beside Two");
        assertThat(named.columns()).containsExactly("b BIGINT");
        assertThatThrownBy(() -> Added.of(files, new Saying().sheet("three").options(), files.resolve("a.xlsx")))
                .hasMessageContaining("has no such sheet")
                .satisfies(e -> assertThat(((FailureException) e).hint()).contains("One, Two"));
    }

    @Test
    void mayHaveNoHeader() {
        Workbook workbook = new Workbook()
                .sheet("S", row(1, text("A1", "DE"), number("B1", "1")), row(2, text("A2", "FR"), number("B2", "2")));

        assertThat(added(workbook).rows()).containsExactly(List.of("DE", "1"), List.of("FR", "2"));
    }

    @Test
    void mayBeEmpty() {
        assertThat(added(new Workbook().sheet("S")).rows()).isEmpty();
    }

    @Test
    void isRefusedIfItWouldFillTheMemory() throws IOException {
        Path file = files.resolve("bomb.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] blanks = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 400; megabyte++) {
                zip.write(blanks);
            }
        }

        assertThatThrownBy(() -> Added.of(files, ReadOptions.NONE, file))
                .hasMessageContaining("is too large for a workbook: xl/sharedStrings.xml");
    }

    @Test
    void isRefusedIfItIsOfAnotherKind() throws IOException {
        Path old = Files.write(files.resolve("a.xls"), new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1});
        Path open = files.resolve("a.ods");
        try (var zip = new ZipOutputStream(Files.newOutputStream(open))) {
            zip.putNextEntry(new ZipEntry("mimetype"));
            zip.putNextEntry(new ZipEntry("content.xml"));
        }

        assertThatThrownBy(() -> Added.of(files, ReadOptions.NONE, old)).hasMessageContaining("older Excel (.xls)");
        assertThatThrownBy(() -> Added.of(files, ReadOptions.NONE, open)).hasMessageContaining("no .xlsx");
    }

    private Added added(Workbook workbook) {
        return Added.of(files, ReadOptions.NONE, workbook.write(files.resolve("a.xlsx")));
    }
}
