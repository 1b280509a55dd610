package io.duckboard.boardpage.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.engine.testing.Attack;
import io.duckboard.testing.SignedInBrowserTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;

/** In a browser: dashboards of files are drawn, filtered by fields, clicks and addresses, and follow their files. */
class BoardIT extends SignedInBrowserTest {

    private static final String ONE = """
            title: %s
            filters:
              - {name: fare, label: Least fare, kind: number, min: 0, max: 500, default: 10}
            tiles:
              - title: How many
                show: number
                sql: SELECT count(*) AS trips FROM trips WHERE fare_amount >= $fare
            """;

    @Value("${duckboard.dashboards}")
    private Path dashboards = Path.of("");

    @AfterEach
    void removeFiles() throws IOException {
        Files.deleteIfExists(dashboards.resolve("saved.yaml"));
        Files.deleteIfExists(dashboards.resolve("broken.yaml"));
    }

    @Test
    void drawsTheTripDashboard() {
        Page page = opened("ann", "d/trips");

        assertThat(bars(page)).hasCount(5);
        assertThat(page.locator(".figure-value"))
                .hasText(new String[] {"10,000", "137", "Upper East Side South", "19–20"});
        assertThat(page.locator(".tile-table tbody tr")).hasCount(5);
        assertThat(page.locator(".board-foot")).containsText(Pattern.compile("\\d answers · .* read · [$]0[.]"));
        assertThat(page.locator(".board-age"))
                .hasText(Pattern.compile("^top_pickup_locations built (just now|\\d+ min ago) · 137 rows$"));
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots", "board-trips.png")));
    }

    @Test
    void makesOneByRuleWhereThereIsNone(@TempDir Path elsewhere) throws IOException {
        move(dashboards, elsewhere);
        try {
            Page page = opened("ann", "d");
            page.locator(".board-list")
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Overview"))
                    .click();

            assertThat(page.locator(".board-description")).containsText("Made by rule");
            assertThat(page.locator(".figure-value").first()).hasText("10,000");
            assertThat(page.locator(".tile-failed")).hasCount(0);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots", "board-by-rule.png")));
        } finally {
            move(elsewhere, dashboards);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.move(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void keepsAFilterInTheAddressOverAReload() {
        Page page = opened("ann", "d/trips");
        assertThat(bars(page)).hasCount(5);

        field(page, "# of pickup locations").fill("12");
        assertThat(bars(page)).hasCount(12);
        assertThat(page).hasURL(Pattern.compile("/d/trips\\?locations=12$"));
        page.reload();

        assertThat(bars(page)).hasCount(12);
        assertThat(field(page, "# of pickup locations")).hasValue("12");
        page.goBack();
        assertThat(bars(page)).hasCount(5);
        assertThat(field(page, "# of pickup locations")).hasValue("5");
    }

    @Test
    void saysWhatIsWrongWithAnAddress() {
        Page page = opened("ann", "d/trips?locations=many&zones=3");

        assertThat(page.locator(".board-objections")).containsText("“many” is not a number.");
        assertThat(page.locator(".board-objections")).containsText("Did you mean");
        assertThat(bars(page)).hasCount(5);
    }

    @Test
    void filtersAllTilesByAClickOnABar() {
        Page page = opened("ann", "d/trips");
        assertThat(bars(page)).hasCount(5);

        bars(page).first().click();

        assertThat(bars(page)).hasCount(1);
        assertThat(page).hasURL(Pattern.compile("/d/trips\\?zone=237$"));
        assertThat(page.locator(".figure-value").first()).hasText("432");
        assertThat(page.locator(".tile-table tbody tr")).hasCount(1);
        assertThat(page.locator(".chip")).hasText("Pickup zone: Upper East Side South ✕");

        page.locator(".chip").click();
        assertThat(bars(page)).hasCount(5);
        assertThat(page.locator(".chip")).hasCount(0);
        page.locator(".tile-table tbody tr").nth(1).click();
        assertThat(page).hasURL(Pattern.compile("/d/trips\\?zone=236$"));
    }

    @Test
    void showsASavedFileWithinASecondAndKeepsItsFilters() throws IOException {
        Files.writeString(dashboards.resolve("saved.yaml"), ONE.formatted("Before"));
        Page page = opened("ann", "d/saved?fare=50");
        assertThat(page.locator("h1")).hasText("Before");

        Files.writeString(
                dashboards.resolve("saved.yaml"), ONE.formatted("After").replace("How many", "As many"));

        assertThat(page.locator("h1")).hasText("After", new LocatorAssertions.HasTextOptions().setTimeout(1_500));
        assertThat(page.locator(".board-tile h2")).hasText("As many");
        assertThat(field(page, "Least fare")).hasValue("50");
        assertThat(page).hasURL(Pattern.compile("fare=50$"));

        Files.writeString(dashboards.resolve("saved.yaml"), "title: [");
        assertThat(page.locator(".broken-file")).containsText("saved.yaml:1:");
        assertThat(page.locator(".board-tile h2")).hasText("As many");
        assertThat(page.locator("vaadin-side-nav")).containsText("After");
    }

    @Test
    void drawsTheOtherTilesBesideOneThatIsBroken() throws IOException {
        Files.writeString(dashboards.resolve("broken.yaml"), """
                title: "<img src=x onerror=alert(1)>"
                tiles:
                  - {title: Good, show: number, sql: SELECT 41 + 1 AS answer}
                  - {title: Refused, show: number, sql: SELECT nothing FROM trips}
                  - {title: Lacking, show: bar, x: zone, y: trips, sql: SELECT zone FROM zones}
                  - {title: Unknown, shwo: number, sql: SELECT 1}
                  - show: text
                    text: "**Bold** <script>alert(1)</script>"
                """);

        Page page = opened("ann", "d/broken");

        assertThat(page.locator("h1")).hasText("<img src=x onerror=alert(1)>");
        assertThat(page.locator(".figure-value").first()).hasText("42");
        assertThat(tile(page, "Refused").locator(".tile-error")).containsText("nothing");
        assertThat(tile(page, "Lacking").locator(".tile-error")).containsText("The answer has no column “trips”.");
        assertThat(page.locator(".tile-of-problems")).containsText("broken.yaml:6:");
        assertThat(page.locator(".tile-of-text")).containsText("Bold <script>alert(1)</script>");
        assertThat(page.locator(".tile-of-text script")).hasCount(0);
    }

    @Test
    void drawsEveryKind() throws IOException {
        Files.writeString(dashboards.resolve("saved.yaml"), """
                title: Every kind
                tiles:
                  - {title: Columns, show: bar, x: hour, y: trips, sql: "SELECT hour(pickup_at) AS hour, count(*) AS trips FROM trips GROUP BY 1 ORDER BY 1"}
                  - {title: Stacked, show: stacked bar, x: hour, y: trips, series: borough, sql: "SELECT hour(pickup_at) AS hour, borough, count(*) AS trips FROM trips JOIN zones ON pickup_location_id = location_id GROUP BY ALL ORDER BY 1"}
                  - {title: Line, show: line, x: day, y: trips, x_format: {kind: date, pattern: d MMM}, sql: "SELECT pickup_at::DATE AS day, count(*) AS trips FROM trips GROUP BY 1"}
                  - {title: Area, show: area, x: day, y: trips, sql: "SELECT pickup_at::DATE AS day, count(*) AS trips FROM trips GROUP BY 1"}
                  - {title: Scatter, show: scatter, x: fare, y: tip, sql: "SELECT fare_amount AS fare, tip_amount AS tip FROM trips LIMIT 500"}
                  - {title: Pie, show: pie, x: borough, y: trips, sql: "SELECT borough, count(*) AS trips FROM trips JOIN zones ON pickup_location_id = location_id GROUP BY 1"}
                  - {title: Histogram, show: histogram, x: fare_amount, sql: "SELECT fare_amount FROM trips WHERE fare_amount < 100"}
                  - {title: Heat map, show: heat map, x: hour, y: day, value: trips, sql: "SELECT hour(pickup_at) AS hour, dayname(pickup_at) AS day, count(*) AS trips FROM trips GROUP BY ALL ORDER BY isodow(any_value(pickup_at)), hour"}
                  - title: Fares
                    show: number
                    value: fares
                    format: {kind: money, decimals: 0}
                    compare: {column: before, label: before the 16th, better: more}
                    spark: days
                    sql: |
                      SELECT sum(fares) FILTER (day >= DATE '2019-04-16') AS fares,
                             sum(fares) FILTER (day < DATE '2019-04-16') AS before,
                             list(fares ORDER BY day) AS days
                      FROM (SELECT pickup_at::DATE AS day, sum(fare_amount) AS fares FROM trips GROUP BY day)
                """);

        Page page = opened("ann", "d/saved");

        for (String kind : List.of("Columns", "Stacked", "Line", "Area", "Scatter", "Pie", "Histogram", "Heat map")) {
            assertThat(tile(page, kind).locator("duckboard-chart .plot svg")).isVisible();
        }
        assertThat(tile(page, "Fares").locator(".figure-value")).hasText(Pattern.compile("^[$][\\d,]+$"));
        assertThat(tile(page, "Fares").locator(".spark polyline")).hasCount(1);
        assertThat(page.locator(".tile-error:visible")).hasCount(0);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots", "board-kinds.png")));
    }

    @Test
    void showsSqlAndRowsToAnAnalyst() {
        Page page = opened("ann", "d/trips");
        assertThat(bars(page)).hasCount(5);

        menu(page, "Ranking");
        assertThat(page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(Pattern.compile("as of \\d\\d:\\d\\d:\\d\\d UTC"))))
                .isVisible();
        item(page, "Data as a table").click();
        assertThat(page.locator(".answer-grid")).containsText("Upper East Side South");
        page.keyboard().press("Escape");
        menu(page, "Ranking");
        item(page, "Show SQL").click();
        assertThat(page.getByLabel("SQL", new Page.GetByLabelOptions().setExact(true)))
                .containsText("LIMIT $locations");
        page.keyboard().press("Escape");
        menu(page, "Ranking");
        item(page, "Open in the SQL page").click();
        assertThat(page).hasURL(Pattern.compile("/sql\\?q="));
        assertThat(page.locator(".cm-content")).containsText("WITH counted AS");
    }

    @Test
    @Attack("A viewer's browser is told the SQL of a dashboard")
    void sendsNoSqlToAViewer() {
        Page page = visit("", 1280, ColorScheme.LIGHT);
        var told = new CopyOnWriteArrayList<String>();
        page.onResponse(response -> told.add(text(response)));
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> told.add(text(frame))));
        signIn(page, "vera");
        page.navigate(app() + "d/trips");
        page.waitForFunction("() => !document.querySelector('#first-picture')");
        assertThat(bars(page)).hasCount(5);

        bars(page).first().click();
        assertThat(bars(page)).hasCount(1);
        menu(page, "Ranking");
        assertThat(item(page, "Data as a table")).isVisible();
        assertThat(item(page, "Show SQL")).hasCount(0);
        assertThat(item(page, "Download")).hasCount(0);

        await().until(() -> !told.isEmpty());
        assertThat(told).noneMatch(text -> text.contains("FROM counted") || text.contains("FROM trips"));
    }

    @Test
    void saysThatThereIsNoSuchDashboard() {
        Page page = opened("vera", "d");

        Response response = page.navigate(app() + "d/nowhere");

        assertThat(response.status()).isEqualTo(404);
        page.waitForFunction("() => !document.querySelector('#first-picture')");
        assertThat(page.getByText(Pattern.compile("There is no dashboard “nowhere”")))
                .isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("All dashboards"))
                .first()
                .click();
        assertThat(page.locator(".board-list a").getByText("Trip Dashboard")).isVisible();
    }

    private Page opened(String name, String address) {
        Page page = visit("", 1280, ColorScheme.LIGHT);
        signIn(page, name);
        page.navigate(app() + address);
        page.waitForFunction("() => !document.querySelector('#first-picture')");
        return page;
    }

    private static Locator field(Page page, String label) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    private static Locator bars(Page page) {
        return page.locator(".tile-of-chart duckboard-chart path[fill='var(--duckboard-chart-1)']");
    }

    private static Locator tile(Page page, String title) {
        return page.locator(
                ".board-tile",
                new Page.LocatorOptions()
                        .setHas(page.locator("h2").getByText(title, new Locator.GetByTextOptions().setExact(true))));
    }

    private static void menu(Page page, String title) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("More about " + title))
                .click();
    }

    private static Locator item(Page page, String name) {
        return page.getByRole(
                AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String text(Response response) {
        String type = response.headers().getOrDefault("content-type", "");
        return type.contains("html") || type.contains("json") ? response.text() : "";
    }

    private static String text(WebSocketFrame frame) {
        return frame.text() == null ? "" : frame.text();
    }
}
