package io.duckboard.transform.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.engine.protocol.Node;
import io.duckboard.testing.Axe;
import io.duckboard.testing.BrowserTest;
import io.duckboard.testing.ScriptedTransform;
import io.duckboard.transform.project.Place;
import io.duckboard.transform.run.NodeOutcome;
import io.duckboard.transform.run.NodeState;
import io.duckboard.transform.run.RunOutcome;
import io.duckboard.transform.run.TransformFailure;
import io.duckboard.transform.state.TransformRuns;
import io.duckboard.transform.state.TransformService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.convention.TestBean;

/** The Lineage page in a browser, over a project whose runs progress as far as each test says. */
class LineageIT extends BrowserTest {

    @TestBean
    private @Nullable TransformService transform;

    @Autowired
    private @Nullable TransformRuns runs;

    static TransformService transform() {
        return new ScriptedTransform();
    }

    @AfterEach
    void endTheRun() {
        Objects.requireNonNull(runs).cancel();
    }

    @Test
    void drawsLayersFromLeftToRightAndFromTopToBottomOnAPhone() {
        Page page = open(1280);
        for (int layer = 1; layer < 4; layer++) {
            Assertions.assertThat(box(page, layer).x).isGreaterThan(box(page, layer - 1).x + 200);
            Assertions.assertThat(box(page, layer).y).isEqualTo(box(page, layer - 1).y);
        }
        assertThat(page.locator("duckboard-lineage path.edge")).hasCount(3);

        page.setViewportSize(390, 844);

        assertThat(page.locator("duckboard-lineage path.edge").first())
                .hasAttribute("d", Pattern.compile("^M \\d+ \\d+ C .*"));
        page.waitForCondition(() -> box(page, 1).y > box(page, 0).y + 60 && isNear(box(page, 3).x, box(page, 0).x));
    }

    @Test
    void opensANodeAndTakesItsSqlToTheEditor() {
        Page page = open(1280);

        node(page, "top_pickup_locations").click();
        assertThat(page).hasURL(Pattern.compile("/lineage/model\\.duckboard\\.top_pickup_locations$"));
        assertThat(page.locator(".node-panel h2")).hasText("top_pickup_locations");
        assertThat(page.locator(".node-panel").getByText("BIGINT")).isVisible();
        assertThat(node(page, "top_pickup_locations")).hasAttribute("aria-pressed", "true");
        page.getByText("Open in editor").click();

        assertThat(page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("SQL")))
                .containsText("WITH __dbt__cte__trips_by_pickup_location AS (");
    }

    @Test
    void walksByKeyboardAndComesBackFromTheDetails() {
        Page page = open(1280);
        node(page, "trips").focus();

        page.keyboard().press("ArrowRight");
        assertThat(node(page, "trips_by_pickup_location")).isFocused();
        page.keyboard().press("End");
        assertThat(node(page, "Trip Dashboard")).isFocused();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Enter");
        assertThat(page.locator(".node-panel")).isFocused();
        page.getByLabel("Close").press("Enter");

        assertThat(page.locator(".node-panel")).hasCount(0);
        assertThat(node(page, "top_pickup_locations")).isFocused();
    }

    @Test
    void zoomsAndMovesWithoutOpeningAnything() {
        Page page = open(1280);
        BoundingBox before = box(page, 0);

        page.getByLabel("Zoom in").click();
        page.waitForCondition(() -> box(page, 0).width > before.width * 1.2);
        page.getByText("Fit").click();
        page.waitForCondition(() -> isNear(box(page, 0).width, before.width));
        page.mouse().move(before.x + 40, before.y + 40);
        page.mouse().down();
        page.mouse().move(before.x + 140, before.y + 90, new Mouse.MoveOptions().setSteps(4));
        page.mouse().up();

        page.waitForCondition(() -> isNear(box(page, 0).x, before.x + 100) && isNear(box(page, 0).y, before.y + 50));
        assertThat(page.locator(".node-panel")).hasCount(0);
    }

    @Test
    void showsARunToEveryoneWhileItGoesOnAndMovesNothing() {
        Page page = open(1280);
        BoundingBox before = box(page, 2);

        page.getByText("Run all").click();
        scripted().tell(ScriptedTransform.TOP, new NodeState.Running());
        assertThat(node(page, "top_pickup_locations")).containsText("running");
        page.navigate("about:blank");
        Page other = open(1280);
        assertThat(other.getByText("running: 0 of 3 steps")).isVisible();

        scripted().tell(ScriptedTransform.TOP, new NodeOutcome.Built(OptionalLong.of(137), Duration.ofMillis(42)));
        assertThat(node(other, "top_pickup_locations")).containsText("built in 42 ms");
        Assertions.assertThat(box(other, 2)).usingRecursiveComparison().isEqualTo(before);
        scripted().end(new RunOutcome.Published(List.of()));
        assertThat(other.getByText("published just now")).isVisible();
    }

    @Test
    void isInOrderForEveryoneWhateverARunTells() {
        Page page = open(1280);
        page.getByText("Run all").click();
        scripted()
                .tell(
                        ScriptedTransform.UNIQUE,
                        new NodeOutcome.FoundFailures(3, Node.Severity.WARN, Optional.empty(), Duration.ofMillis(3)));
        scripted()
                .tell(
                        ScriptedTransform.TOP,
                        new NodeOutcome.Failed(
                                new TransformFailure(
                                        Optional.empty(),
                                        Optional.of(new Place("models/top_pickup_locations.sql", 3)),
                                        "No column.",
                                        Optional.of("Name another.")),
                                Duration.ofMillis(3)));
        scripted().tell(ScriptedTransform.NOT_NULL, new NodeState.Running());
        node(page, "top_pickup_locations").click();
        page.locator("duckboard-lineage summary").click();
        assertThat(page.locator(".node-panel .failure")).isVisible();

        var all = new SoftAssertions();
        for (int width : List.of(1280, 390)) {
            page.setViewportSize(width, 1600);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                all.assertThat(Axe.violations(page))
                        .as("%s px, %s", width, scheme)
                        .isEmpty();
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target/screenshots", "lineage-run-" + width + "-" + scheme + ".png")));
            }
            all.assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("nothing scrolls sideways at %s px", width)
                    .isTrue();
        }
        all.assertAll();
    }

    private Page open(int width) {
        Page page = visit("lineage", width, ColorScheme.LIGHT);
        assertThat(page.locator("duckboard-lineage .node")).hasCount(4);
        assertThat(node(page, "top_pickup_locations")).containsText("137 rows");
        return page;
    }

    private ScriptedTransform scripted() {
        return (ScriptedTransform) Objects.requireNonNull(transform);
    }

    private static Locator node(Page page, String name) {
        return page.locator("duckboard-lineage .node[title='" + name + "']");
    }

    /** Whether the numbers are equal, apart from rounding by scales. */
    private static boolean isNear(double one, double other) {
        return Math.abs(one - other) < 1;
    }

    private static BoundingBox box(Page page, int node) {
        return Objects.requireNonNull(
                page.locator("duckboard-lineage .node").nth(node).boundingBox());
    }
}
