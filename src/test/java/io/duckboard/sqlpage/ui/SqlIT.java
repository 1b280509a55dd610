package io.duckboard.sqlpage.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.testing.BrowserTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** In a browser: the SQL editor completes words, runs the statement at the cursor, and shows where it is wrong. */
class SqlIT extends BrowserTest {

    @Test
    void runsTheStatementAtTheCursor() {
        Page page = open("SELECT 'first' AS a;\n\nSELECT 'second' AS a;");
        editor(page).click();

        page.keyboard().press("ControlOrMeta+Home");
        page.keyboard().press("ControlOrMeta+Enter");
        assertThat(grid(page).getByText("first")).isVisible();

        page.keyboard().press("ControlOrMeta+End");
        page.keyboard().press("ControlOrMeta+Enter");
        assertThat(grid(page).getByText("second")).isVisible();
    }

    @Test
    void runsWhatIsSelectedByTheButton() {
        Page page = open("SELECT 'a' || 'b' AS one");
        editor(page).click();
        page.keyboard().press("ControlOrMeta+a");

        button(page, "Run").click();

        assertThat(grid(page).getByText("ab")).isVisible();
    }

    @Test
    void offersTheColumnsOfTheTablesThatAreNamed() {
        Page page = open("SELECT  FROM zones z WHERE z.");
        editor(page).click();
        page.keyboard().press("ControlOrMeta+End");

        page.keyboard().type("boro");
        Locator offer = page.getByRole(AriaRole.OPTION);
        assertThat(offer).hasText("boroughVARCHAR");
        offer.click();
        page.keyboard().type(" = 'EWR'");

        assertThat(editor(page)).containsText("z.borough = 'EWR'");
    }

    @Test
    void offersTablesAfterFrom() {
        Page page = open("SELECT * FROM");
        editor(page).click();
        page.keyboard().press("ControlOrMeta+End");

        page.keyboard().type(" zo");

        assertThat(page.getByRole(AriaRole.OPTION).first()).hasText("zones4 columns");
    }

    @Test
    void underlinesWhereTheEngineSaysThatItIsWrong() {
        Page page = open("SELECT 1;\n\nSELECT boro FROM zones");
        editor(page).click();
        page.keyboard().press("ControlOrMeta+End");

        button(page, "Run").click();

        assertThat(page.locator(".cm-lintRange-error")).hasText("boro");
        assertThat(page.getByText("Line 3, column 8.")).isVisible();
    }

    @Test
    void laysTheTextOutAndTakesItBack() {
        Page page = open("select zone from zones where borough = 'EWR'");

        button(page, "Format").click();
        assertThat(page.locator(".cm-line")).hasCount(6);

        page.keyboard().press("ControlOrMeta+z");
        assertThat(page.locator(".cm-line")).hasCount(1);
    }

    private Page open(String sql) {
        Page page = visit("sql?q=" + URLEncoder.encode(sql, StandardCharsets.UTF_8), 1280, ColorScheme.LIGHT);
        assertThat(editor(page)).containsText(sql.substring(0, 6));
        return page;
    }

    private static Locator editor(Page page) {
        return page.getByLabel("SQL", new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator grid(Page page) {
        return page.locator("vaadin-grid");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
