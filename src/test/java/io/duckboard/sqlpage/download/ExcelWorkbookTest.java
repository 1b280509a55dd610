package io.duckboard.sqlpage.download;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.engine.protocol.Column;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value becomes Excel's own type, or its exact text if that type would lose precision. */
class ExcelWorkbookTest {

    @ParameterizedTest
    @CsvSource({
        "BIGINT, 42, 42, 0",
        "BIGINT, 999999999999999, 999999999999999, 0",
        "HUGEINT, 1000000000000000000000, 1000000000000000000000, 0",
        "'DECIMAL(38,10)', -12.5000000000, -12.5, 0.0000000000",
        "'DECIMAL(5,0)', 7, 7, 0",
        "DOUBLE, 0.30000000000000004, 0.30000000000000004, ",
        "FLOAT, 1.0E-5, 0.00001, ",
        "BIGNUM, '\"123\"', 123, 0"
    })
    void keepsNumbersAsNumbers(String type, String json, BigDecimal number, String format) throws IOException {
        Cell cell = only(type, json);

        assertThat(cell.getType()).isEqualTo(CellType.NUMBER);
        assertThat(cell.asNumber()).isEqualByComparingTo(number);
        if (format != null) {
            assertThat(cell.getDataFormatString()).isEqualTo(format);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BIGINT, 9223372036854775807",
        "HUGEINT, -170141183460469231731687303715884105728",
        "'DECIMAL(38,10)', 1234567890123456.1234567890"
    })
    void keepsEveryDigitOfWhatExcelWouldRound(String type, String json) throws IOException {
        assertText(only(type, json), json);
    }

    @ParameterizedTest
    @CsvSource({
        "DATE, 2019-04-01, 2019-04-01T00:00, yyyy-mm-dd",
        "DATE, 1900-01-01, 1900-01-01T00:00, yyyy-mm-dd",
        "DATE, 9999-12-31, 9999-12-31T00:00, yyyy-mm-dd",
        "TIMESTAMP, 2019-04-01T23:59:59, 2019-04-01T23:59:59, yyyy-mm-dd hh:mm:ss",
        "TIMESTAMP, 2019-04-01T23:59:59.123, 2019-04-01T23:59:59.123, yyyy-mm-dd hh:mm:ss.000",
        "TIMESTAMP WITH TIME ZONE, 2019-04-01T12:00:00Z, 2019-04-01T12:00, yyyy-mm-dd hh:mm:ss\\Z"
    })
    void keepsTimesAsTimes(String type, String text, LocalDateTime time, String format) throws IOException {
        Cell cell = only(type, '"' + text + '"');

        assertThat(cell.getType()).isEqualTo(CellType.NUMBER);
        assertThat(cell.asDate()).isEqualTo(time);
        assertThat(cell.getDataFormatString()).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({
        "DATE, 1899-12-31",
        "DATE, infinity",
        "DATE, +10000-01-01",
        "TIMESTAMP, 2019-04-01T12:00:00.000001",
        "TIME, 24:00:00",
        "TIME, 12:00:00.000001"
    })
    void keepsTheTextOfTimesThatExcelHasNot(String type, String text) throws IOException {
        assertText(only(type, '"' + text + '"'), text);
    }

    @Test
    void keepsTimesOfDayTruthsAndNothing() throws IOException {
        assertThat(only("TIME", "\"18:00:00\"").asNumber()).isEqualByComparingTo("0.75");
        assertThat(only("BOOLEAN", "true").asBoolean()).isTrue();
        Row row = row("VARCHAR", "null", "VARCHAR", "\"\"");
        assertThat(row.getOptionalCell(0)).isEmpty();
        assertText(row.getCell(1), "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\",\"y\")",
                "+1",
                "-1",
                "@SUM(A1)",
                "<script>alert(1)</script>",
                "a\tb\nc",
                "é東京😀",
                "2019-04-01",
                "00123"
            })
    void takesTextsAsTheyAre(String text) throws IOException {
        String json = '"' + text.replace("\"", "\\\"").replace("\t", "\\t").replace("\n", "\\n") + '"';

        assertText(only("VARCHAR", json), text);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"a\\u0007b,a_x0007_b", "_x0041_,_x005F_x0041_", " a ,_x0020_a_x0020_"})
    void writesWhatXmlHasNoPlaceForAsExcelDoes(String json, String written) throws IOException {
        assertText(only("VARCHAR", '"' + json + '"'), written);
    }

    @Test
    void keepsNestedValuesAsJson() throws IOException {
        String json = "{\"a\":[1.10,null,123456789012345678901234567890],\"b\":{\"c\":\"x\"}}";

        assertText(only("STRUCT(a DECIMAL(31,2)[], b STRUCT(c VARCHAR))", json), json);
    }

    @Test
    void cutsLongTextsAndSaysSo() throws IOException {
        String long32767 = "x".repeat(32_767);
        List<Row> rows = rows(
                List.of(new Column("t", "VARCHAR")),
                "{\"t\":\"" + long32767 + "\"}\n{\"t\":\"" + long32767 + "y\"}\n{\"t\":\"" + "😀".repeat(20_000)
                        + "\"}\n",
                "2 texts cut: a cell holds 32,767 characters. A text that was cut ends with “(cut)”.");

        assertText(rows.get(1).getCell(0), long32767);
        assertThat(rows.get(2).getCell(0).asString()).hasSize(32_767).endsWith("x … (cut)");
        assertThat(rows.get(3).getCell(0).asString())
                .hasSizeLessThanOrEqualTo(32_767)
                .endsWith("😀 … (cut)");
    }

    @Test
    void saysWhatBecameText() throws IOException {
        rows(
                List.of(new Column("n", "BIGINT")),
                "{\"n\":9223372036854775807}\n",
                "1 value kept as text: as a number or time of Excel's, digits would be lost.");
    }

    @Test
    void namesColumnsAsTheAnswerDoes() throws IOException {
        List<Row> rows = rows(
                List.of(new Column("a", "INTEGER"), new Column("a", "INTEGER"), new Column("=<b>", "INTEGER")),
                "{\"a\":1,\"a_1\":2,\"=<b>\":3}\n");

        assertThat(rows.get(0).stream().map(Cell::asString)).containsExactly("a", "a", "=<b>");
        assertThat(rows.get(1).stream().map(Cell::asNumber))
                .containsExactly(BigDecimal.ONE, BigDecimal.TWO, new BigDecimal(3));
    }

    @Test
    void showsColumnsWhereThereAreNoRows() throws IOException {
        assertThat(rows(List.of(new Column("a", "INTEGER")), "")).hasSize(1);
    }

    @Test
    void goesOnInFurtherSheets() throws IOException {
        var out = new ByteArrayOutputStream();

        new ExcelWorkbook(List.of(new Column("n", "INTEGER")), 3)
                .write(in("{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n{\"n\":4}\n{\"n\":5}\n"), out);

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(workbook.getSheets())
                    .extracting(Sheet::getName)
                    .containsExactly("Answer", "Answer 2", "Answer 3");
            assertThat(workbook.findSheet("Answer 2").orElseThrow().read())
                    .extracting(row -> row.getCell(0).getRawValue())
                    .containsExactly("n", "3", "4");
            assertThat(workbook.findSheet("Answer 3").orElseThrow().read()).hasSize(2);
        }
    }

    @Test
    void writesMoreRowsThanItHoldsInMemory() throws IOException {
        int count = 60_000;
        var out = new ByteArrayOutputStream();

        workbook(new Column("n", "INTEGER"))
                .write(
                        in(IntStream.rangeClosed(1, count)
                                .mapToObj(n -> "{\"n\":" + n + "}\n")
                                .collect(joining())),
                        out);

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(workbook.getFirstSheet().read().stream()
                            .skip(1)
                            .map(row -> row.getCell(0).getRawValue()))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, count)
                            .mapToObj(Integer::toString)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"n\":1", "[1]", "{\"n\":1,\"m\":2}\n", "none"})
    void makesNoWholeFileOfADamagedAnswer(String json) {
        var out = new ByteArrayOutputStream();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> workbook(new Column("n", "INTEGER")).write(in(json), out))
                .withMessage("The whole answer cannot be read: it is damaged.");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
            try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
                workbook.getFirstSheet().read();
            }
        });
    }

    @Test
    void tellsOfAStreamThatBreaksOff() throws IOException {
        var closed = new BufferedInputStream(in("{\"n\":1}\n"));
        closed.close();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> workbook(new Column("n", "INTEGER")).write(closed, OutputStream.nullOutputStream()))
                .withMessageContaining("closed");
    }

    private Cell only(String type, String json) throws IOException {
        return row(type, json, "INTEGER", "1").getCell(0);
    }

    private Row row(String type, String json, String otherType, String other) throws IOException {
        return rows(
                        List.of(new Column("a", type), new Column("b", otherType)),
                        "{\"a\":%s,\"b\":%s}\n".formatted(json, other))
                .get(1);
    }

    private List<Row> rows(List<Column> columns, String jsonLines, String... remarks) throws IOException {
        var out = new ByteArrayOutputStream();
        List<String> told = new ExcelWorkbook(columns).write(in(jsonLines), out);
        var withFormats = new ReadingOptions(true, false);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()), withFormats)) {
            if (remarks.length > 0) {
                assertThat(told).containsExactly(remarks);
                assertThat(workbook.findSheet("Remarks").orElseThrow().read())
                        .extracting(row -> row.getCell(0).asString())
                        .containsExactly(remarks);
            }
            return workbook.getFirstSheet().read();
        }
    }

    private static ExcelWorkbook workbook(Column column) {
        return new ExcelWorkbook(List.of(column));
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertText(Cell cell, String text) {
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.asString()).isEqualTo(text);
    }
}
