package io.duckboard.transform.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.testing.BrowserTest;
import io.duckboard.testing.ShippedProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** After a run on the Lineage page, everyone sees its result or nobody does. The tests use a lake of their own. */
@TestPropertySource(properties = "lineage.lake=of its own")
class LineageRunIT extends BrowserTest {

    private static final String TOP = "models/top_pickup_locations.sql";

    /** Two workers of the transform need time to start. */
    private static final LocatorAssertions.IsVisibleOptions PATIENT =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    @Autowired
    private @Nullable Environment environment;

    @AfterEach
    void writeTheProjectAsItWas() throws IOException {
        write(shipped());
    }

    @Test
    void buildsTheViewThatTheDashboardAsksNext() throws IOException {
        write(shipped().replace("LIMIT 200", "LIMIT 3"));
        Page dashboard = visit("", 1280, ColorScheme.LIGHT);
        assertThat(dashboard.locator(".ranking-card duckboard-chart path[fill='var(--duckboard-chart-1)']"))
                .hasCount(5);
        Page page = visit("lineage", 1280, ColorScheme.LIGHT);
        assertThat(node(page, "Trip Dashboard")).isVisible();

        page.getByText("Run all").click();

        assertThat(page.getByText("published just now")).isVisible(PATIENT);
        assertThat(node(page, "top_pickup_locations"))
                .containsText(Pattern.compile("· 3 rows.*4 tests passed", Pattern.DOTALL));
        assertThat(node(page, "trips_by_pickup_location")).containsText("5 tests passed");
        assertThat(node(page, "trips")).containsText("3 tests passed");
        assertThat(node(page, "zones")).containsText("3 tests passed");
        dashboard.getByLabel("# of pickup locations").fill("7");
        dashboard.keyboard().press("Tab");
        assertThat(dashboard.locator(".ranking-card duckboard-chart path[fill='var(--duckboard-chart-1)']"))
                .hasCount(3);
    }

    @Test
    void publishesNothingWhereAModelFailsAndSaysAtWhichLine() throws IOException {
        write(shipped().replace("location_id, counts\n", "location_id,\n  cuonts\n"));
        Page page = visit("lineage/model.duckboard.top_pickup_locations", 1280, ColorScheme.LIGHT);
        assertThat(node(page, "Trip Dashboard")).isVisible();

        page.getByText("Run all").click();

        assertThat(page.getByText(Pattern.compile("1 failure: nothing published$")))
                .isVisible(PATIENT);
        assertThat(page.locator(".node-panel .failure code")).hasText(TOP + ":4");
        assertThat(page.locator(".node-panel .failure")).containsText("cuonts");
        assertThat(node(page, "top_pickup_locations")).containsText("4 tests skipped");
        Page other = visit("lineage", 1280, ColorScheme.LIGHT);
        assertThat(node(other, "top_pickup_locations")).containsText("failed");
    }

    private static Locator node(Page page, String name) {
        return page.locator("duckboard-lineage .node[title='" + name + "']");
    }

    private void write(String sql) throws IOException {
        String project = Objects.requireNonNull(environment).getRequiredProperty("duckboard.transform.project");
        Files.writeString(Path.of(project).resolve(TOP), sql);
    }

    private static String shipped() throws IOException {
        return Files.readString(ShippedProject.FOLDER.resolve(TOP));
    }
}
