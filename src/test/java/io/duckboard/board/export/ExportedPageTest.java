package io.duckboard.board.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.board.Dashboard;
import io.duckboard.board.FilterValues;
import io.duckboard.board.file.DashboardTextSample;
import io.duckboard.engine.testing.Attack;
import io.duckboard.testing.SampleEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An exported page has the data as text, and whatever stands in it does nothing. */
@Tag("process")
class ExportedPageTest {

    private static final Path FILES = Path.of("test/resources/io/duckboard/board/export");
    private static final Instant NOW = Instant.parse("2026-11-30T14:02:00Z");
    private static final Pattern STYLE = Pattern.compile("(?s)<style>.*</style>|sha256-[^']*");
    private static final Pattern ZONE = Pattern.compile("<path class=\"h0\" d=\"[^\"]*\"><title>\\d+</title></path>");

    /** All that the page is made of; none of these does anything by itself. */
    private static final Set<String> ELEMENTS = Set.of(
            ("#root html head meta title style body header main section h1 h2 p small dl div dt dd ul li i span strong em"
                            + " code a details summary table thead tbody tr th td svg g rect line path circle")
                    .split(" "));

    private static final Set<String> ATTRIBUTES = Set.of(
            ("class title href rel lang charset http-equiv content name role aria-label aria-hidden d x y x1 x2 y1 y2 r"
                            + " width height viewbox preserveaspectratio tabindex")
                    .split(" "));

    @RegisterExtension
    private static final SampleEngine ENGINE = new SampleEngine();

    /** {@code -Dexport.write=true} writes the page, without its style and the zones that have no value. */
    @Test
    @Attack("HTML in a dashboard's file or in data, and somebody exports the dashboard and sends it on")
    void hasEverythingAsText() throws IOException {
        Path expected = FILES.resolve("hostile.html");
        String page = page(Files.readString(FILES.resolve("hostile.yaml")));
        String told = ZONE.matcher(STYLE.matcher(page).replaceAll("")).replaceAll("");
        if (Boolean.getBoolean("export.write")) {
            Files.writeString(expected, told);
        }

        assertThat(told).isEqualTo(Files.readString(expected));
        assertThat(Jsoup.parse(page).getAllElements()).allSatisfy(element -> {
            assertThat(element.normalName()).isIn(ELEMENTS);
            assertThat(element.attributes().asList())
                    .extracting(attribute -> attribute.getKey().toLowerCase(Locale.ROOT))
                    .isSubsetOf(ATTRIBUTES);
            assertThat(element.attr("href")).matches("|https?://.*");
        });
    }

    @Test
    void letsABrowserLoadNothing() {
        assertThat(page("title: T\ntiles: [{show: number, sql: SELECT 1}]\n"))
                .containsPattern("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                        + " 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; form-action 'none'\">");
    }

    @Test
    void saysWhenItWasMadeAndWithWhichValues() {
        assertThat(page("""
                title: T
                filters:
                  - {name: days, kind: date range, default: {from: today - 7 days}}
                  - {name: least, kind: number}
                tiles: [{show: number, sql: "SELECT $days_from, $least"}]
                """))
                .contains(
                        "As of 30 November 2026, 14:02 UTC",
                        "<dt>Days</dt><dd>2026-11-23 –</dd>",
                        "<dt>Least</dt><dd>all</dd>");
    }

    @Test
    void writesValuesAsTheFileSays() {
        assertThat(page("""
                title: T
                tiles:
                  - {show: number, format: {kind: money, currency: EUR, decimals: 0}, sql: SELECT -1234567.8}
                  - {show: number, format: {kind: percent, decimals: 1}, sql: SELECT 0.256}
                  - {show: number, format: {kind: number, decimals: 1, unit: km}, sql: SELECT 1234.56}
                  - {show: number, format: {kind: date, pattern: d MMM yyyy}, sql: "SELECT TIMESTAMP '2024-02-03 10:00:00'"}
                  - {show: number, sql: SELECT NULL}
                  - {show: number, sql: "SELECT 'nan'::DOUBLE"}
                  - show: number
                    compare: {column: before, label: last month, better: less}
                    sql: SELECT 110 AS now, 100 AS before
                """))
                .contains(
                        ">−€1,234,568<",
                        ">25.6 %<",
                        ">1,234.6 km<",
                        ">3 Feb 2024<",
                        ">–<",
                        ">NaN<",
                        "<p class=\"bad\">▲ 10.0 % from 100, last month</p>");
    }

    @Test
    void cutsTablesThatNobodyWouldRead() {
        assertThat(page("title: T\ntiles: [{show: table, sql: SELECT i FROM range(5000) r(i)}]\n"))
                .contains("The first 1000 of 5000 rows.", "<td class=\"number\">999</td>")
                .doesNotContain("<td class=\"number\">1,000</td>");
    }

    @Test
    void drawsPointsAtTheirDistances() {
        assertThat(page("""
                title: T
                tiles:
                  - {show: line, x: x, y: y, sql: "SELECT unnest([0, 1, 10]) AS x, unnest([0, 5, 10]) AS y"}
                  - {show: scatter, x: x, y: y, sql: "SELECT unnest([1, 1, 2]) AS x, unnest([0, 5, 10]) AS y"}
                  - {show: line, x: x, y: y, sql: "SELECT 'only' AS x, 7 AS y"}
                """))
                .contains("d=\"M0 1000L100 500L1000 0\"", "d=\"M0 1000h0M0 500h0M1000 0h0\"", "h0\"/></svg>");
    }

    private static String page(String yaml) {
        Dashboard dashboard = DashboardTextSample.read(yaml);
        return ExportedPage.ask(
                        dashboard, FilterValues.initial(dashboard, LocalDate.of(2026, 11, 30)), ENGINE.get(), 1, NOW)
                .html();
    }
}
