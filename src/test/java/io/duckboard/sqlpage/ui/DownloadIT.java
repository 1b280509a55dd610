package io.duckboard.sqlpage.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.testing.BrowserTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** In a browser: an answer that is too long to be shown is downloaded to its last row. */
class DownloadIT extends BrowserTest {

    private static final long ROWS = 200_000;

    @Test
    void takesEveryRowHomeAsCsvWhereTheAnswerIsCut() throws IOException {
        SqlPage page = ask();

        Download file = page.page()
                .waitForDownload(() -> page.button("Download the whole answer").click());

        try (Stream<String> lines = Files.lines(file.path())) {
            assertThat(lines.skip(1).mapToLong(line -> Long.parseLong(line.split(",", 2)[0])))
                    .containsExactlyElementsOf(all());
        }
        assertThat(page.page().getByText("The whole answer is downloaded.")).isVisible();
    }

    @Test
    void takesEveryRowHomeAsExcelFromTheMenu() throws IOException {
        SqlPage page = ask();
        page.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Download the whole answer as"))
                .click();

        Download file = page.page()
                .waitForDownload(() -> page.page()
                        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Excel"))
                        .click());

        try (var workbook = new ReadableWorkbook(Files.newInputStream(file.path()));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            assertThat(rows.skip(1)
                            .mapToLong(
                                    row -> row.getCellAsNumber(0).orElseThrow().longValueExact()))
                    .containsExactlyElementsOf(all());
        }
    }

    private SqlPage ask() {
        String sql = "SELECT range AS number, 'row ' || range AS name FROM range(" + ROWS + ")";
        var page =
                new SqlPage(visit("sql?q=" + URLEncoder.encode(sql, StandardCharsets.UTF_8), 1280, ColorScheme.LIGHT));
        page.runToRows();
        return page;
    }

    private static Iterable<Long> all() {
        return LongStream.range(0, ROWS).boxed().toList();
    }
}
