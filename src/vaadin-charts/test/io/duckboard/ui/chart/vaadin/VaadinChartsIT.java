package io.duckboard.ui.chart.vaadin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.testing.BrowserTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Vaadin Charts draws the same specs. */
class VaadinChartsIT extends BrowserTest {

    @Test
    void drawsTheDashboardsBars() {
        Page page = visit("", 1280, ColorScheme.LIGHT);

        Locator bars = page.locator("vaadin-chart .highcharts-series-0.highcharts-tracker .highcharts-point");
        assertThat(bars).hasCount(5, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
        assertThat(bars.first()).hasCSS("fill", "rgb(0, 114, 178)");
        assertThat(bars.first().boundingBox().height).isGreaterThan(10);
        assertThat(page.locator("vaadin-chart").getByText("Upper East Side South"))
                .isVisible();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/vaadin-charts.png")));
    }
}
