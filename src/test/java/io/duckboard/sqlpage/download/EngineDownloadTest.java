package io.duckboard.sqlpage.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.testing.SampleEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** With the real engine: a file of any format has every row, and each value exactly. */
@Tag("process")
class EngineDownloadTest {

    private static final String EVERYTHING = """
            SELECT 170141183460469231731687303715884105727::HUGEINT AS h,
                   12345678901234567890.0123456789::DECIMAL(38,10) AS d,
                   TIMESTAMPTZ '2019-04-01 12:00:00+02' AS tz,
                   '\\xAA\\x00'::BLOB AS b,
                   {'a': [1.5, NULL], 'b': 'x'} AS n,
                   NULL::VARCHAR AS nothing,
                   '' AS empty,
                   '=HYPERLINK("http://x")' AS formula,
                   '<b>&</b>' AS html,
                   1 AS same, 2 AS same""";

    private static final int MANY = 200_000;
    private static final String LARGE =
            "SELECT range AS n, repeat('x', range % 7) AS pad FROM range(" + MANY + ") ORDER BY n";

    @RegisterExtension
    private static final SampleEngine ENGINE = new SampleEngine();

    @TempDir
    private Path folder;

    @Test
    void writesCsvThatASpreadsheetRunsNothingOf() throws IOException {
        assertThat(Files.readString(downloaded(EVERYTHING, DownloadFormat.CSV))).isEqualTo("""
                h,d,tz,b,n,nothing,empty,formula,html,same,same_1
                170141183460469231731687303715884105727,12345678901234567890.0123456789,2019-04-01 10:00:00+00,\\xAA\\x00,"{'a': [1.5, NULL], 'b': x}",,"","'=HYPERLINK(""http://x"")",<b>&</b>,1,2
                """);
    }

    @Test
    void writesJsonLinesWithExactValues() throws IOException {
        assertThat(Files.readString(downloaded(EVERYTHING, DownloadFormat.JSON_LINES)))
                .isEqualTo("""
                {"h":170141183460469231731687303715884105727,"d":12345678901234567890.0123456789,\\
                "tz":"2019-04-01T10:00:00Z","b":"qgA=","n":{"a":[1.5,null],"b":"x"},"nothing":null,"empty":"",\\
                "formula":"=HYPERLINK(\\"http://x\\")","html":"<b>&</b>","same":1,"same_1":2}
                """.replace("\\\n", ""));
    }

    @Test
    void writesParquetWithTheTypesOfTheAnswer() throws IOException, SQLException {
        Path file = downloaded(
                EVERYTHING.replace("170141183460469231731687303715884105727", "99999999999999999999999999999999999999"),
                DownloadFormat.PARQUET);

        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT h::VARCHAR, d::VARCHAR, epoch(tz)::BIGINT, hex(b), n.a[1]::VARCHAR, nothing, empty,"
                                + " formula, html, typeof(d), typeof(b) FROM '" + file + "'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("99999999999999999999999999999999999999");
            assertThat(row.getString(2)).isEqualTo("12345678901234567890.0123456789");
            assertThat(row.getLong(3)).isEqualTo(1_554_112_800);
            assertThat(row.getString(4)).isEqualTo("AA00");
            assertThat(row.getString(5)).isEqualTo("1.5");
            assertThat(row.getString(6)).isNull();
            assertThat(row.getString(7)).isEmpty();
            assertThat(row.getString(8)).isEqualTo("=HYPERLINK(\"http://x\")");
            assertThat(row.getString(9)).isEqualTo("<b>&</b>");
            assertThat(row.getString(10)).isEqualTo("DECIMAL(38,10)");
            assertThat(row.getString(11)).isEqualTo("BLOB");
            assertThat(row.next()).isFalse();
        }
    }

    @Test
    void writesExcelWithTypesAndExactDigits() throws IOException {
        try (var workbook = new ReadableWorkbook(
                downloaded(EVERYTHING, DownloadFormat.EXCEL).toFile())) {
            List<Row> rows = workbook.getFirstSheet().read();

            assertThat(rows).hasSize(2);
            assertThat(rows.getFirst().stream().map(Cell::asString))
                    .containsExactly("h", "d", "tz", "b", "n", "nothing", "empty", "formula", "html", "same", "same");
            Row row = rows.getLast();
            assertThat(row.getCellAsString(0)).hasValue("170141183460469231731687303715884105727");
            assertThat(row.getCellAsString(1)).hasValue("12345678901234567890.0123456789");
            assertThat(row.getCellAsDate(2)).hasValue(LocalDateTime.parse("2019-04-01T10:00:00"));
            assertThat(row.getCellAsString(3)).hasValue("qgA=");
            assertThat(row.getCellAsString(4)).hasValue("{\"a\":[1.5,null],\"b\":\"x\"}");
            assertThat(row.getOptionalCell(5)).isEmpty();
            assertThat(row.getCellAsString(6)).hasValue("");
            assertThat(row.getCellAsString(7)).hasValue("=HYPERLINK(\"http://x\")");
            assertThat(row.getCellAsString(8)).hasValue("<b>&</b>");
            assertThat(row.getCellAsNumber(9)).hasValue(BigDecimal.ONE);
            assertThat(row.getCellAsNumber(10)).hasValue(BigDecimal.TWO);
            assertThat(workbook.findSheet("Remarks")
                            .orElseThrow()
                            .read()
                            .getFirst()
                            .getCellAsString(0))
                    .hasValueSatisfying(remark -> assertThat(remark).startsWith("2 values kept as text"));
        }
    }

    @Test
    void writesAllRowsIntoExcel() throws IOException {
        try (var workbook = new ReadableWorkbook(
                        downloaded(LARGE, DownloadFormat.EXCEL).toFile());
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            List<Row> read = rows.toList();

            assertThat(read).hasSize(MANY + 1);
            for (int n : new int[] {0, 1, 9_999, 10_000, 123_456, MANY - 1}) {
                assertThat(read.get(n + 1).getCellAsNumber(0)).hasValue(BigDecimal.valueOf(n));
                assertThat(read.get(n + 1).getCellAsString(1)).hasValue("x".repeat(n % 7));
            }
        }
    }

    @Test
    void writesAllRowsIntoCsv() throws IOException {
        try (Stream<String> lines = Files.lines(downloaded(LARGE, DownloadFormat.CSV))) {
            assertThat(lines).hasSize(MANY + 1);
        }
    }

    private Path downloaded(String sql, DownloadFormat format) throws IOException {
        Download download = exported(sql, format);
        Path file = folder.resolve("answer." + format.extension());
        try (InputStream in = ENGINE.get().open(download.answer().file());
                OutputStream out = Files.newOutputStream(file)) {
            download.write(in, out);
        }
        assertThat(download.size().orElse(Files.size(file))).isEqualTo(Files.size(file));
        return file;
    }

    private static Download exported(String sql, DownloadFormat format) {
        return switch (ENGINE.get().export(Query.of(sql), format.export())) {
            case QueryOutcome.Exported(var answer, var _) -> new Download(format, answer);
            case CallFailure failure -> throw new AssertionError("No file: " + failure);
        };
    }
}
