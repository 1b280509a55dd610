package io.duckboard.dashboard.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.testing.BrowserTest;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardIT extends BrowserTest {

    @Test
    void showsTheFiveBusiestZones() {
        Page page = open(ColorScheme.LIGHT);

        assertThat(bars(page)).hasCount(5);
        assertThat(chart(page).getByText("432", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(chart(page).locator(".plot"))
                .hasAttribute(
                        "aria-label",
                        Pattern.compile("from Upper East Side South with 432 trips to Midtown East with 347"));
        assertThat(page.locator("vaadin-grid-cell-content").getByText("Upper East Side South"))
                .isVisible();
        assertThat(page.getByText("137 rows in the view")).isVisible();
        assertThat(page.getByText(Pattern.compile("round trip .* ms · query .* ms · engine (warm|cold)")))
                .isVisible();
    }

    @Test
    void drawsTwelveBarsWhenTwelveIsTyped() {
        Page page = open(ColorScheme.LIGHT);

        type(page, "12");

        assertThat(bars(page)).hasCount(12);
        assertThat(page.locator("vaadin-grid")).hasAttribute("aria-label", "Top pickup locations by number of trips");
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
        assertThat((boolean) chart(page).locator(".frame").evaluate("frame => frame.scrollHeight > frame.clientHeight"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
    void fitsTheScreen(int width, ColorScheme scheme) {
        Page page = visit("", width, scheme);
        assertThat(bars(page)).hasCount(5);
        // The bars have grown to their length when the numbers at their ends stand still.
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
        assertThat(bars(page)).hasCount(5);
        return page;
    }

    private static void type(Page page, String text) {
        field(page).fill(text);
    }

    private static Locator field(Page page) {
        return page.getByLabel("# of pickup locations");
    }

    private static Locator chart(Page page) {
        return page.locator("duckboard-chart");
    }

    private static Locator bars(Page page) {
        return chart(page).locator("path[fill='var(--duckboard-chart-1)']");
    }
}
