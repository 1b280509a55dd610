package io.duckboard.dashboard.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.testing.BrowserTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardIT extends BrowserTest {

    @Test
    void showsTheFiveBusiestZones() {
        Page page = open(ColorScheme.LIGHT);

        assertThat(bars(page)).hasCount(5);
        assertThat(ranking(page).getByText("432", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(ranking(page).locator(".plot"))
                .hasAttribute(
                        "aria-label",
                        Pattern.compile("from Upper East Side South with 432 trips to Midtown East with 347"));
        assertThat(page.locator(".location-table td").getByText("Upper East Side South"))
                .isVisible();
        assertThat(page.getByText(Pattern.compile("^view built (just now|\\d+ min ago) · 137 rows$")))
                .isVisible();
        assertThat(page.getByText(Pattern.compile(
                        "round trip .* ms · query .* ms · engine (warm|cold) · [0-9.]+ k?B read · .*[$]0[.]")))
                .isVisible();
    }

    @Test
    void sumsTheLakeUpInTiles() {
        Page page = open(ColorScheme.LIGHT);

        assertThat(page.locator(".tile dt"))
                .hasText(new String[] {"Trips", "Pickup zones", "Busiest zone", "Busiest hour"});
        assertThat(page.locator(".tile dd")).hasText(new String[] {"10,000", "137", "Upper East Side South", "19–20"});
    }

    @Test
    void marksTheZoneOfTheBarUnderThePointerAndBack() {
        Page page = open(ColorScheme.LIGHT);
        assertThat(marked(map(page))).hasCount(0);

        bars(page).first().hover();
        assertThat(marked(map(page))).hasCount(1);
        BoundingBox zone = marked(map(page)).boundingBox();

        page.mouse().move(zone.x + zone.width / 2, zone.y + zone.height / 2);
        assertThat(strongBars(page)).hasCount(1);
        assertThat(bars(page)).hasCount(4);

        page.mouse().move(5, 5);
        assertThat(strongBars(page)).hasCount(0);
        assertThat(marked(map(page))).hasCount(0);
    }

    @Test
    void asksNothingOfTheServerToMarkAZone() {
        Page page = open(ColorScheme.LIGHT);
        assertThat(map(page).locator("path[fill='var(--duckboard-map-6)']").first())
                .isVisible();
        var requests = new CopyOnWriteArrayList<String>();
        page.onRequest(request -> requests.add(request.url()));
        page.onWebSocket(socket -> requests.add(socket.url()));

        bars(page).first().hover();
        assertThat(marked(map(page))).hasCount(1);

        assertThat(requests).isEmpty();
    }

    @Test
    void marksZonesFromTheKeyboard() {
        Page page = open(ColorScheme.LIGHT);
        assertThat(map(page).locator("path[fill='var(--duckboard-map-6)']").first())
                .isVisible();

        ranking(page).locator(".frame").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(strongBars(page)).hasCount(1);
        assertThat(page.getByText("Location ID 236, Manhattan")).isVisible();
        assertThat(marked(map(page))).hasCount(1);

        page.keyboard().press("Tab");
        assertThat(strongBars(page)).hasCount(0);
        assertThat(marked(map(page))).hasCount(0);
    }

    @Test
    void showsTheSqlAndOpensItInTheEditorWhereItDoesNotRun() {
        Page page = open(ColorScheme.LIGHT);
        type(page, "7");
        assertThat(bars(page)).hasCount(7);

        page.getByText("show SQL").click();
        assertThat(page.getByLabel("SQL", new Page.GetByLabelOptions().setExact(true)))
                .containsText("LIMIT 7");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", "dashboard-shows-sql.png")));
        page.keyboard().press("Escape");

        page.getByText("open in editor").click();
        assertThat(page).hasURL(Pattern.compile("/sql\\?q="));
        assertThat(page.locator(".cm-content")).containsText("FROM top_pickup_locations LEFT JOIN zones");
        assertThat(page.locator(".cm-content")).containsText("LIMIT 7");
        assertThat(page.locator(".answer-grid")).hasCount(0);
    }

    @Test
    void takesTheRankingHome() throws IOException {
        Page page = open(ColorScheme.LIGHT);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Download the whole answer as"))
                .click();
        Download ranking =
                page.waitForDownload(() -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("CSV"))
                        .click());

        assertThat(ranking.suggestedFilename())
                .startsWith("top-pickup-locations")
                .endsWith(".csv");
        assertThat(Files.readAllLines(ranking.path()))
                .hasSize(6)
                .element(1, InstanceOfAssertFactories.STRING)
                .contains("237", "Upper East Side South", "Manhattan", "432");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PNG", "SVG"})
    void savesThePictureOfTheBars(String format) throws IOException {
        Page page = open(ColorScheme.LIGHT);

        Download picture = page.waitForDownload(() -> page.locator(".ranking-card")
                .getByLabel("Download the picture as " + format)
                .click());

        assertThat(picture.suggestedFilename())
                .isEqualTo("top-pickup-locations-by-number-of-trips." + format.toLowerCase(Locale.ROOT));
        assertThat(Files.size(picture.path())).isGreaterThan(2_000);
    }

    @Test
    void drawsTwelveBarsWhenTwelveIsTyped() {
        Page page = open(ColorScheme.LIGHT);

        type(page, "12");

        assertThat(bars(page)).hasCount(12);
        assertThat(page.locator(".location-table table"))
                .hasAttribute("aria-label", "Top pickup locations by number of trips");
    }

    @Test
    void asksAtOnceOnEnterAndOnTheStepButtons() {
        Page page = open(ColorScheme.LIGHT);

        field(page).fill("8");
        field(page).press("Enter");
        assertThat(bars(page)).hasCount(8);

        page.getByLabel("One location more").click();
        assertThat(bars(page)).hasCount(9);

        field(page).press("ArrowDown");
        assertThat(bars(page)).hasCount(8);
    }

    @ParameterizedTest
    @CsvSource({"500, 500 is not between 1 and 200.", "abc, “abc” is not a whole number.", "'', Type a whole number"})
    void saysAtTheFieldWhatIsWrongAndKeepsTheChart(String text, String message) {
        Page page = open(ColorScheme.LIGHT);

        type(page, text);

        assertThat(page.locator("[slot=error-message]")).containsText(message);
        assertThat(bars(page)).hasCount(5);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", "dashboard-refuses-" + text + ".png")));
    }

    @Test
    void keepsDarkModeOverAReload() {
        Page page = open(ColorScheme.LIGHT);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Switch to dark mode"))
                .click();
        page.reload();

        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Switch to light mode")))
                .isVisible();
        assertThat(page.locator("html")).hasCSS("color-scheme", "dark");
    }

    @Test
    void followsTheSystemUntilSomeoneChooses() {
        Page page = open(ColorScheme.DARK);

        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Switch to light mode")))
                .isVisible();
    }

    @Test
    void scrollsInsideTheChartBeyondThirtyBars() {
        Page page = open(ColorScheme.LIGHT);

        type(page, "200");

        assertThat(bars(page)).hasCount(137);
        assertThat(page.getByText("The view has 137 rows: all of them are here."))
                .isVisible();
        assertThat((boolean)
                        ranking(page).locator(".frame").evaluate("frame => frame.scrollHeight > frame.clientHeight"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
    void fitsTheScreen(int width, ColorScheme scheme) {
        Page page = visit("", width, scheme);
        assertThat(bars(page)).hasCount(5);
        assertThat(page.locator(".tile-waiting")).hasCount(0);
        assertThat(map(page).locator("path[fill='var(--duckboard-map-6)']").first())
                .isVisible();
        // The bars have grown to their full length once the numbers at their ends stand still.
        page.waitForFunction("() => document.getAnimations().every(a => a.playState !== 'running')");

        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots", "dashboard-" + width + "-" + scheme + ".png")));

        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing scrolls sideways")
                .isTrue();
    }

    private Page open(ColorScheme scheme) {
        Page page = visit("", 1280, scheme);
        // The very first page also waits for the engine to start.
        assertThat(bars(page)).hasCount(5, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
        return page;
    }

    private static void type(Page page, String text) {
        field(page).fill(text);
    }

    private static Locator field(Page page) {
        return page.getByLabel("# of pickup locations");
    }

    private static Locator ranking(Page page) {
        return page.locator(".ranking-card duckboard-chart");
    }

    private static Locator map(Page page) {
        return page.locator(".map-card duckboard-chart");
    }

    private static Locator marked(Locator map) {
        return map.locator("path[fill='var(--duckboard-mark)']");
    }

    private static Locator strongBars(Page page) {
        return ranking(page).locator("path[fill='var(--duckboard-chart-1-strong)']");
    }

    private static Locator bars(Page page) {
        return ranking(page).locator("path[fill='var(--duckboard-chart-1)']");
    }
}
