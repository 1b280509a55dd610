package io.duckboard.sqlpage.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.testing.BrowserTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** In a browser: what is typed and asked on the SQL page stays until somebody removes it. */
class SqlPageIT extends BrowserTest {

    /** This runs for minutes if nobody stops it. DuckDB notices a cancellation within a chunk. */
    private static final String LONG = "SELECT sum(sqrt(a.range * b.range)) FROM range(10000000) a, range(1000000) b";

    @Test
    void keepsTextAndTabsOverAReload() {
        SqlPage page = open();
        page.openTab();
        page.type("SELECT 'kept' AS word");
        page.query("Untitled").last().press("F2");
        page.page()
                .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .fill("kept & <b>named</b>");
        page.page().keyboard().press("Enter");
        assertThat(page.query("kept & <b>named</b>")).isVisible();

        page.page().reload();

        assertThat(page.editor()).containsText("SELECT 'kept' AS word");
        assertThat(page.query("kept & <b>named</b>")).hasAttribute("aria-selected", "true");
    }

    @Test
    void showsASecondBrowserTheSameTabs() {
        SqlPage first = open();
        first.openTab();
        first.type("SELECT 'both' AS word");
        first.page().keyboard().press("Tab");
        String name = first.front().locator(".tab-name").textContent();

        SqlPage second = open();
        second.query(name).click();

        assertThat(second.editor()).containsText("SELECT 'both' AS word");
    }

    @Test
    void closesATabAndOpensItAgain() {
        SqlPage page = open();
        page.openTab();
        page.type("SELECT 'closed' AS word");
        page.front().press("Delete");
        assertThat(page.editor()).not().containsText("closed");

        page.button("Open it again").click();

        assertThat(page.editor()).containsText("SELECT 'closed' AS word");
    }

    @Test
    void fillsInWhatALinkBringsAndRunsNothing() {
        String sql = "SELECT $zone AS zone, $from::DATE AS first";
        SqlPage page = new SqlPage(visit(
                "sql?q=" + URLEncoder.encode(sql, StandardCharsets.UTF_8) + "&p.zone=JFK%20Airport&p.from=2019-04-02",
                1280,
                ColorScheme.LIGHT));
        assertThat(page.editor()).containsText(sql);
        assertThat(page.page().getByLabel("$zone", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("JFK Airport");
        assertThat(page.facts()).hasCount(0);

        page.button("Run").click();

        assertThat(page.cell("JFK Airport")).isVisible();
        assertThat(page.cell("2019-04-02")).isVisible();
    }

    @Test
    void endsALongQueryWithinTwoSeconds() {
        SqlPage page = open();
        page.run(LONG);
        assertThat(page.page().getByRole(AriaRole.TIMER)).isVisible();

        page.button("Cancel").click();

        assertThat(page.page().getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("cancel")))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(2_000));
    }

    @Test
    void asksBeforeASecondQueryTakesTheFirstOnesPlace() {
        SqlPage page = open();
        page.run(LONG);
        assertThat(page.button("Cancel")).isEnabled();
        page.run("SELECT 'second' AS word");

        page.button("Cancel it and run").click();

        assertThat(page.cell("second")).isVisible();
    }

    @Test
    void hasTheAnswerForWhoeverLeftAndCameBack() {
        SqlPage page = open();
        page.openTab();
        page.run("SELECT 'waited' AS word FROM range(3) LIMIT 1");
        page.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Data"))
                .first()
                .click();
        assertThat(page.page()).hasURL(Pattern.compile("/data"));

        page.page().goBack();

        assertThat(page.editor()).containsText("waited");
        assertThat(page.facts()).containsText("1 row");
    }

    @Test
    void saysWhereItCutsAnAnswer() {
        SqlPage page = open();

        page.run("FROM range(1001)");

        assertThat(page.page().getByText("Cut at 1,000 rows.")).isVisible();
        assertThat(page.button("Download the whole answer")).isVisible();
        assertThat(page.facts()).containsText(Pattern.compile("session [$]0[.]0*[1-9]"));
    }

    @Test
    void hasTheRowsWhereSomeoneStopsHoweverFastTheyScroll() {
        SqlPage page = open();
        page.run("SELECT 'row ' || range AS word FROM range(1000)");
        assertThat(page.cell("row 0")).isVisible();
        Locator grid = page.page().locator(".answer-grid > vaadin-grid");

        grid.evaluate("""
                async ({ $: { table } }) => {
                  for (let step = 1; step <= 40; step++) {
                    table.scrollTop = (table.scrollHeight * step) / 40;
                    await new Promise(requestAnimationFrame);
                  }
                }""");
        assertThat(page.cell("row 999")).isVisible();

        // The grid scrolled past these rows, and may never have asked for them.
        grid.evaluate("grid => grid.scrollToIndex(500)");
        assertThat(page.cell("row 505")).isVisible();
    }

    private SqlPage open() {
        var page = new SqlPage(visit("sql", 1280, ColorScheme.LIGHT));
        assertThat(page.editor()).isVisible();
        return page;
    }
}
