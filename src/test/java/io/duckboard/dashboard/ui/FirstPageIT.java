package io.duckboard.dashboard.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.testing.BrowserTest;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a new visitor's browser has to fetch, and what moves meanwhile. */
class FirstPageIT extends BrowserTest {

    private static final int MOST_FILES = 26;
    private static final int MOST_BYTES = 600_000;
    private static final int MOST_BYTES_OF_OUTLINES = 60_000;
    private static final double MOST_SHIFT = 0.02;

    private static final String BAR_COLOUR = "var(--duckboard-chart-1)";

    /** What draws charts, and what is drawn. */
    private static final String CHART = "/(core|plot|horizontal-bars|zone-map|taxi_zones)";

    @Test
    void fetchesFewFilesAndAllThatIsTextCompressed() {
        Page page = open(1280);

        List<Resource> files = resources(page);

        assertThat(files).hasSizeBetween(2, MOST_FILES);
        assertThat(files.stream().mapToLong(Resource::sent).sum()).isBetween(1L, (long) MOST_BYTES);
        assertThat(files)
                .filteredOn(file -> file.address().matches(".*\\.(js|css|geojson)(\\?.*)?") && file.size() > 1_400)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.sent()).isLessThan(file.size() * 2 / 3));
        assertThat(files)
                .filteredOn(file -> file.address().contains("taxi_zones"))
                .singleElement()
                .satisfies(outlines -> assertThat(outlines.sent()).isLessThan(MOST_BYTES_OF_OUTLINES));
    }

    @Test
    void fetchesNothingTwiceAndNoMenu() {
        Page page = open(1280);

        assertThat(resources(page))
                .extracting(Resource::address)
                .filteredOn(address -> !address.contains("v-r="))
                .doesNotHaveDuplicates()
                .noneMatch(address -> address.matches(".*/(contextMenu|menubar|vaadin-grid|vaadin-menu-bar).*"));
    }

    @Test
    void keepsForEverWhatIsNamedByItsContentsAndNeverThePageItself() {
        Page page = open(1280);

        assertThat(resources(page))
                .extracting(Resource::address)
                .filteredOn(address -> address.contains("/VAADIN/build/"))
                .isNotEmpty()
                .allSatisfy(address -> assertThat(headers(page, address))
                        .containsEntry("cache-control", "max-age=31536000, immutable"));
        assertThat(headers(page, page.url())).containsEntry("cache-control", "no-store");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void letsNothingMove(int width) {
        Page page = open(width);

        assertThat(shifted(page)).isLessThan(MOST_SHIFT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "lineage", "sql"})
    void leavesChartsOutOfPagesThatHaveNone(String address) {
        Page page = visit(address, 1280, ColorScheme.LIGHT);
        assertThat(page.locator("vaadin-app-layout .page-header h1")).isVisible();

        assertThat(resources(page)).extracting(Resource::address).noneMatch(file -> file.matches(".*" + CHART + ".*"));
    }

    @Test
    void showsThePageBeforeItsScriptsRun() {
        Page page = open(1280);
        page.route("**/indexhtml*", route -> route.abort());

        page.reload();

        assertThat(page.locator("#first-picture h1")).hasText("Trip Dashboard");
        leaveWithTheErrorsItMade();
    }

    /** On a busy machine an answer may come too late for the first response. */
    @Test
    void hasTheAnswersInTheFirstResponse() {
        Page page = open(1280);
        page.route("**/indexhtml*", route -> route.abort());

        await().untilAsserted(() -> {
            page.reload();
            assertThat(page.isVisible("#first-picture .location-table td")).isTrue();
        });
        leaveWithTheErrorsItMade();
    }

    /** What has been seen must not jump when the chart takes its place. */
    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
    void drawsTheBarsInTheFirstResponseWhereTheChartDrawsThem(int width, ColorScheme scheme) {
        Page page = open(width, scheme);
        List<List<Double>> drawn = boxes(page.locator(".ranking-card duckboard-chart path[fill='" + BAR_COLOUR + "']"));
        page.route("**/indexhtml*", route -> route.abort());

        await().untilAsserted(() -> {
            page.reload();
            assertThat(page.locator("#first-picture .bars-picture i").count()).isEqualTo(5);
        });
        page.evaluate("() => document.fonts.ready");

        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", "first-picture-%d-%s.png".formatted(width, scheme))));
        assertThat(boxes(page.locator("#first-picture .bars-picture i")))
                .usingRecursiveComparison()
                .withComparatorForType(within(2), Double.class)
                .isEqualTo(drawn);
        leaveWithTheErrorsItMade();
    }

    @Test
    void keepsTheBarsInSightUntilTheChartHasDrawnThem() {
        Page page = open(1280);
        page.addInitScript("""
                        addEventListener('DOMContentLoaded', () => {
                            globalThis.fewest = Infinity;
                            const count = () => {
                                const picture = document.querySelector('#first-picture');
                                const bars = picture ? picture.querySelectorAll('.bars-picture i') : document
                                    .querySelector('.ranking-card duckboard-chart')?.shadowRoot.querySelectorAll("path[fill='%s']");
                                globalThis.fewest = Math.min(globalThis.fewest, bars?.length ?? 0);
                                requestAnimationFrame(count);
                            };
                            requestAnimationFrame(count);
                        });""".formatted(BAR_COLOUR));

        await().untilAsserted(() -> {
            page.reload();
            page.waitForFunction("() => !document.querySelector('#first-picture')");
            assertThat(page.evaluate("() => globalThis.fewest")).isEqualTo(5);
        });
    }

    /** The browser may tell of what it could not load only after the picture is seen. */
    private void leaveWithTheErrorsItMade() {
        leaveAllPages();
        forgetWhatOthersDid();
    }

    private Page open(int width) {
        return open(width, ColorScheme.LIGHT);
    }

    private Page open(int width, ColorScheme scheme) {
        Page page = visit("", width, scheme);
        // The very first page also waits for the engine to start.
        assertThat(page.locator(".map-card duckboard-chart path[fill='var(--duckboard-map-6)']")
                        .first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        return page;
    }

    /** Left, top, width and height. */
    private static List<List<Double>> boxes(Locator marks) {
        return marks.all().stream()
                .map(Locator::boundingBox)
                .map(box -> List.of(box.x, box.y, box.width, box.height))
                .toList();
    }

    private static Comparator<Double> within(double most) {
        return (one, other) -> Math.abs(one - other) <= most ? 0 : Double.compare(one, other);
    }

    private static double shifted(Page page) {
        return ((Number) page.evaluate("""
                        () => new Promise(done => {
                            let sum = 0;
                            new PerformanceObserver(list => list.getEntries().forEach(shift => sum += shift.value))
                                .observe({ type: 'layout-shift', buffered: true });
                            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum))));
                        })""")).doubleValue();
    }

    private static Map<String, String> headers(Page page, String address) {
        APIResponse answer = page.request().get(address);
        return answer.headers();
    }

    private static List<Resource> resources(Page page) {
        return ((List<?>) page.evaluate("""
                        () => performance.getEntriesByType('resource')
                            .map(file => [file.name, file.encodedBodySize, file.decodedBodySize])"""))
                .stream()
                        .map(file -> (List<?>) file)
                        .map(file -> new Resource(
                                (String) file.get(0),
                                ((Number) file.get(1)).longValue(),
                                ((Number) file.get(2)).longValue()))
                        .toList();
    }

    /**
     * @param sent bytes over the wire
     * @param size bytes once they are unpacked
     */
    private record Resource(String address, long sent, long size) {}
}
