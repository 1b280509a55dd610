package io.duckboard.ui.chart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.testing.Axe;
import io.duckboard.testing.BrowserTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of chart, drawn in a browser. */
class ChartIT extends BrowserTest {

    private static final String ZONE_MARK = "path[fill='var(--duckboard-mark)']";
    private static final String BAR_MARK = "path[fill='var(--duckboard-chart-1-strong)']";

    @Test
    void drawsAMarkForEachValue() {
        Page page = open(1280, ColorScheme.LIGHT);

        has(page, "bars", "path[fill='var(--duckboard-chart-1)']", 5);
        has(page, "bars-of-two", "path[fill='var(--duckboard-chart-2)']", 5);
        has(page, "columns", "path[fill='var(--duckboard-chart-2)']", 5);
        has(page, "stacked", "path[fill='var(--duckboard-chart-3)']", 5);
        has(page, "line", "path[stroke='var(--duckboard-chart-3)'][fill='none']", 1);
        has(page, "area", "path[fill='var(--duckboard-chart-3)']", 1);
        has(page, "words", "path[stroke='var(--duckboard-chart-2)'][fill='none']", 1);
        has(page, "scatter", "path[fill='var(--duckboard-chart-2)']", 150);
        has(page, "pie", "path[fill='var(--duckboard-chart-5)']", 1);
        has(page, "histogram", "path[fill='var(--duckboard-chart-1)']", 18);
        has(page, "many", "path[fill='var(--duckboard-chart-1)']", 100);
    }

    @Test
    void shadesTheZonesOfTheMap() {
        Page page = open(1280, ColorScheme.LIGHT);

        for (int step = 1; step <= 6; step++) {
            assertThat(chart(page, "map").locator(".plot path[fill='var(--duckboard-map-" + step + ")']"))
                    .not()
                    .hasCount(0);
        }
        assertThat(chart(page, "map").locator(".plot path[fill='var(--duckboard-map-none)']"))
                .hasCount(29);
        assertThat(chart(page, "map").locator(".scale")).containsText("no data");
        assertThat(chart(page, "map").locator(".remark")).hasText("The map has no outline for 2 zones: 264, 265.");
    }

    @Test
    void showsMarkupInNamesAsText() {
        Page page = open(1280, ColorScheme.LIGHT);

        assertThat(chart(page, "bars").locator(".plot text").getByText("<img src=x"))
                .isVisible();
        assertThat(chart(page, "columns").getByRole(AriaRole.BUTTON).getByText(ChartGallery.TROUBLE))
                .isVisible();
        Locator tooltips = page.locator("body > div strong:visible");
        for (String id : List.of("bars", "columns", "stacked", "pie")) {
            mark(page, id, 4).hover();
            assertThat(tooltips).hasText(ChartGallery.TROUBLE);
            page.mouse().move(0, 0);
            assertThat(tooltips).hasCount(0);
        }
        assertThat(page.locator("img[src=x]")).hasCount(0);
        assertThat(page).hasTitle("Charts");
    }

    @Test
    void writesEveryDigitOfABigNumber() {
        Page page = open(1280, ColorScheme.LIGHT);

        assertThat(chart(page, "exact").locator(".plot text").getByText("9,007,199,254,740,993"))
                .isVisible();
    }

    @Test
    void marksAZoneWhereItsBarIsHovered() {
        Page page = open(1280, ColorScheme.LIGHT);

        mark(page, "bars", 1).hover();
        assertThat(chart(page, "map").locator(ZONE_MARK)).hasCount(1);

        page.mouse().move(0, 0);
        assertThat(chart(page, "map").locator(ZONE_MARK)).hasCount(0);
    }

    @Test
    void marksABarWhereItsZoneIsHovered() {
        Page page = open(1280, ColorScheme.LIGHT);
        assertThat(chart(page, "bars").locator(BAR_MARK)).hasCount(0);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mark in map"))
                .click();
        assertThat(chart(page, "map").locator(ZONE_MARK)).hasCount(1);
        chart(page, "map").locator(ZONE_MARK).hover();

        assertThat(chart(page, "bars").locator(BAR_MARK)).hasCount(1);
    }

    @Test
    void tellsTheServerWhichCategoryWasClicked() {
        Page page = open(1280, ColorScheme.LIGHT);

        mark(page, "bars", 2).click();

        assertThat(page.getByText("clicked 161")).isVisible();
    }

    @Test
    void zoomsTheMapFromTheKeyboard() {
        Page page = open(1280, ColorScheme.LIGHT);
        Locator zone = chart(page, "map").locator(ZONE_MARK);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mark in map"))
                .press("Enter");
        assertThat(zone).hasCount(1);
        double before = zone.boundingBox().width;

        chart(page, "map").getByLabel("Zoom in").press("Enter");
        page.waitForCondition(() -> zone.boundingBox().width > before * 1.3);

        chart(page, "map").getByText("Reset").press("Enter");
        page.waitForCondition(() -> Math.abs(zone.boundingBox().width - before) < 0.5);
    }

    @Test
    void switchesASeriesOffFromTheKeyboard() {
        Page page = open(1280, ColorScheme.LIGHT);
        Locator first =
                chart(page, "columns").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Trips 0"));

        first.press("Space");

        assertThat(first).hasAttribute("aria-pressed", "false");
        assertThat(chart(page, "columns").locator("path[fill='var(--duckboard-chart-1)']"))
                .hasCount(0);
        assertThat(chart(page, "columns").locator("path[fill='var(--duckboard-chart-2)']"))
                .hasCount(5);
    }

    @ParameterizedTest
    @CsvSource({"bars, LIGHT", "map, DARK"})
    void savesADrawingThatNeedsNothingOfThePage(String id, ColorScheme scheme) throws IOException {
        Page page = open(1280, scheme);

        Download download =
                page.waitForDownload(() -> button(page, "SVG of " + id).click());

        String svg = Files.readString(download.path(), StandardCharsets.UTF_8);
        Files.copy(download.path(), screenshot("download-" + id + ".svg"));
        assertThat(download.suggestedFilename()).endsWith(".svg").matches("[a-z0-9-]+\\.svg");
        assertThat(svg)
                .startsWith("<svg")
                .contains("rgb(")
                .doesNotContain("var(--")
                .doesNotContain("<img");
        page.setContent(svg);
        assertThat(page.locator("svg svg path:visible")).not().hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"stacked, LIGHT", "map, DARK"})
    void savesAPictureOnTheGroundOfItsScheme(String id, ColorScheme scheme) throws IOException {
        Page page = open(1280, scheme);

        Download download =
                page.waitForDownload(() -> button(page, "PNG of " + id).click());

        assertThat(download.suggestedFilename()).endsWith(".png");
        var image = ImageIO.read(download.path().toFile());
        Files.copy(download.path(), screenshot("download-" + id + ".png"));
        double shown = chart(page, id).locator(".plot").boundingBox().width;
        assertThat((double) image.getWidth()).isGreaterThan(2 * shown);
        int ground = image.getRGB(2, 2) & 0xFF;
        assertThat(ground > 127).isEqualTo(scheme == ColorScheme.LIGHT);
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
    void isInOrderForEveryone(int width, ColorScheme scheme) throws IOException {
        Page page = open(width, scheme);
        page.waitForFunction("() => document.getAnimations().every(a => a.playState !== 'running')");

        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(screenshot("charts-" + width + "-" + scheme + ".png")));

        assertThat(Axe.blemishes(page, List.of("vaadin-connection-indicator"))).isEmpty();
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing scrolls sideways")
                .isTrue();
    }

    private Page open(int width, ColorScheme scheme) {
        Page page = visit("chart-gallery", width, scheme);
        // A busy machine takes a while to draw a dozen charts at once.
        assertThat(page.locator("duckboard-chart .plot svg"))
                .hasCount(ChartGallery.CHARTS, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
        return page;
    }

    /** Returns the nth mark that was drawn for a value. */
    private static Locator mark(Page page, String id, int number) {
        String colour = id.equals("pie") ? "var(--duckboard-chart-" + number + ")" : "var(--duckboard-chart-1)";
        Locator marks = chart(page, id).locator(".plot path[fill='" + colour + "']");
        return id.equals("pie") ? marks : marks.nth(number - 1);
    }

    private static void has(Page page, String id, String marks, int count) {
        assertThat(chart(page, id).locator(".plot " + marks)).hasCount(count);
    }

    private static Locator chart(Page page, String id) {
        return page.locator("duckboard-chart#" + id);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Path screenshot(String name) throws IOException {
        Path file = Path.of("target/screenshots", name);
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        return file;
    }
}
