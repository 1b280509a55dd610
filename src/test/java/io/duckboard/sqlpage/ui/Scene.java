package io.duckboard.sqlpage.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page and the steps that make it show all it can. */
record Scene(String name, String address, Consumer<SqlPage> arrangement) {

    private static final List<Scene> ALL = List.of(
            new Scene("dashboard", "", page -> {
                assertThat(page.page().locator(".ranking-card duckboard-chart path[fill='var(--duckboard-chart-1)']"))
                        .hasCount(5);
                assertThat(page.page().locator(".tile-waiting")).hasCount(0);
                assertThat(page.page()
                                .locator(".map-card duckboard-chart path[fill='var(--duckboard-map-6)']")
                                .first())
                        .isVisible();
            }),
            new Scene("board", "d/trips?zone=237", page -> {
                assertThat(page.page().locator(".board-tile duckboard-chart path[fill='var(--duckboard-chart-1)']"))
                        .hasCount(1);
                assertThat(page.page().locator(".board-tile .skeleton")).hasCount(0);
                assertThat(page.page().locator(".chip")).containsText("Upper East Side South");
                assertThat(page.page()
                                .locator(".tile-of-map duckboard-chart path[fill^='var(--duckboard-map-']")
                                .first())
                        .isVisible();
            }),
            new Scene(
                    "boards",
                    "d",
                    page -> assertThat(page.page().locator(".board-list a")).hasText("Trip Dashboard")),
            new Scene("sql", "sql", page -> assertThat(page.editor()).isEditable()),
            new Scene(
                    "sql-rows",
                    asking("SELECT [fare_amount, tip_amount] AS amounts, NULL AS nothing, * FROM trips"),
                    page -> {
                        page.button("Run").click();
                        assertThat(page.page().getByText("Cut at 1,000 rows.")).isVisible();
                        assertThat(page.page()
                                        .locator("vaadin-grid-cell-content .cell-open")
                                        .first())
                                .isVisible();
                    }),
            new Scene("sql-no-rows", asking("SELECT zone, borough FROM zones WHERE zone = 'nowhere'"), page -> {
                page.button("Run").click();
                assertThat(page.page().getByText("No rows", new Page.GetByTextOptions().setExact(true)))
                        .isVisible();
            }),
            new Scene("sql-summaries", asking("SELECT zone, borough, location_id FROM zones"), page -> {
                page.runToRows();
                page.button("Filter columns").click();
                page.button("Columns ▾").click();
                assertThat(page.page().locator(".column-summaries")).isVisible();
            }),
            new Scene(
                    "sql-value",
                    asking("SELECT {'zone': zone, 'in': borough} AS place FROM zones WHERE location_id = 1"),
                    page -> {
                        page.runToRows();
                        page.page().locator(".cell-open").first().click();
                        assertThat(page.page().locator(".cell-text")).isVisible();
                    }),
            new Scene(
                    "sql-chart",
                    asking(
                            "SELECT borough, count(*) AS zones, sum(location_id) AS ids FROM zones GROUP BY ALL ORDER BY 2"),
                    page -> {
                        page.runToRows();
                        page.view("Chart").click();
                        assertThat(page.page()
                                        .locator(".chart-panel duckboard-chart path")
                                        .first())
                                .isVisible();
                    }),
            new Scene(
                    "sql-plan",
                    asking(
                            "SELECT zone, count(*) AS trips FROM trips JOIN zones ON pickup_location_id = location_id GROUP BY ALL"),
                    page -> {
                        page.runToRows();
                        page.view("Plan").click();
                        page.button("Explain").click();
                        page.page()
                                .getByRole(
                                        AriaRole.BUTTON,
                                        new Page.GetByRoleOptions().setName(Pattern.compile("^Details of")))
                                .first()
                                .press("Enter");
                        assertThat(page.page().locator(".plan-details").first()).isVisible();
                    }),
            new Scene("sql-error", asking("SELECT zone,\n  boro\nFROM zones"), page -> {
                page.button("Run").click();
                assertThat(page.page().getByText("Line 2, column 3.")).isVisible();
            }),
            new Scene(
                    "sql-parameters",
                    asking("SELECT $zone AS zone, $from::DATE AS first, $most + 1 AS more, $ever::BOOLEAN"),
                    page -> {
                        assertThat(page.page().getByLabel("Type of $from")).isVisible();
                        page.button("Run").click();
                        assertThat(page.page()
                                        .locator("[slot=error-message]:visible")
                                        .first())
                                .isVisible();
                    }),
            new Scene("sql-suggestions", asking("SELECT pickup FROM trips"), page -> {
                page.editor().click();
                page.page().keyboard().press("ControlOrMeta+Home");
                for (int i = 0; i < "SELECT pickup".length(); i++) {
                    page.page().keyboard().press("ArrowRight");
                }
                page.page().keyboard().press("Control+Space");
                assertThat(page.page().getByRole(AriaRole.OPTION).first()).isVisible();
            }),
            new Scene("sql-search", asking("SELECT zone FROM zones"), page -> {
                page.button("Find").click();
                assertThat(page.page().locator(".cm-search")).isVisible();
            }),
            new Scene("sql-history", asking("SELECT boro FROM zones"), page -> {
                page.button("Run").click();
                assertThat(page.page().getByText("Line 1, column 8.")).isVisible();
                page.type("SELECT 'history' AS word");
                page.runToRows();
                page.button("History").click();
                assertThat(page.page().locator(".kept-item").first()).isVisible();
            }),
            new Scene("sql-saved", asking("SELECT 'saved' AS word"), page -> {
                page.button("Saved").click();
                page.page()
                        .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                        .fill("word");
                page.page()
                        .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Folder"))
                        .fill("words/of one");
                page.page().keyboard().press("Tab");
                page.button("Save").click();
                assertThat(page.page().getByText(Pattern.compile("“word”"))).isVisible();
                assertThat(page.page().locator(".kept-item").first()).isVisible();
            }),
            new Scene("sql-share", asking("SELECT 'shared' AS word"), page -> {
                page.button("Share").click();
                assertThat(page.page().getByLabel("Link")).isVisible();
            }),
            new Scene("sql-rename", asking("SELECT 'renamed' AS word"), page -> {
                page.front().press("F2");
                assertThat(page.page().getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                        .isVisible();
            }),
            new Scene("sql-download", asking("SELECT * FROM range(1001) AS downloaded(number)"), page -> {
                page.button("Run").click();
                page.button("Download the whole answer").last().click();
                assertThat(page.page().getByText("The whole answer is downloaded."))
                        .isVisible();
            }),
            new Scene(
                    "data",
                    "data",
                    page -> assertThat(page.page().getByText("4 tables")).isVisible()),
            new Scene("data-table", "data/trips_by_day", page -> {
                Locator column = page.page()
                        .locator(".column-list details")
                        .filter(new Locator.FilterOptions().setHasText("pickup_location_id"));
                column.locator("summary").click();
                assertThat(column.locator(".bars li").first()).isVisible();
                assertThat(page.page().locator(".skeleton")).hasCount(0);
            }),
            new Scene(
                    "no-table",
                    "data/nowhere",
                    page -> assertThat(page.page().getByText("There is no table “nowhere”"))
                            .isVisible()),
            new Scene("lineage", "lineage", page -> {
                assertThat(page.page().locator("duckboard-lineage .node")).hasCount(5);
                assertThat(page.page().locator("duckboard-lineage .node").getByText(Pattern.compile("10,000 rows")))
                        .isVisible();
            }),
            new Scene(
                    "lineage-node",
                    "lineage/model.duckboard.top_pickup_locations",
                    page -> assertThat(page.page().getByText("from trips.pickup_location_id"))
                            .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000))),
            new Scene("engine", "engine", page -> {
                assertThat(page.page()
                                .locator(".calls-card duckboard-chart svg")
                                .first())
                        .isVisible();
                page.page().getByText("As a table").click();
            }),
            new Scene("tokens", "tokens", page -> {
                page.button("New token").click();
                page.page()
                        .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                        .fill("a token of this scene");
                page.button("Create").click();
                assertThat(page.page().locator(".token-dialog pre")).containsText("/api/query");
                page.button("Done").click();
                assertThat(page.page().locator(".token-table tbody tr").first()).containsText("a token of this scene");
            }),
            new Scene(
                    "not-found",
                    "nowhere",
                    page -> assertThat(page.page().getByText("There is no such page"))
                            .isVisible()));

    static Stream<Scene> all() {
        return ALL.stream();
    }

    static Stream<Scene> ofTheSqlPageWithColumns() {
        return all().filter(scene ->
                Set.of("sql", "sql-rows", "sql-chart", "sql-plan").contains(scene.name()));
    }

    void arrange(Page page) {
        arrangement.accept(new SqlPage(page));
    }

    @Override
    public String toString() {
        return name;
    }

    private static String asking(String sql) {
        return "sql?q=" + URLEncoder.encode(sql, StandardCharsets.UTF_8);
    }
}
