package io.duckboard.datapage.ui;

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

class DataIT extends BrowserTest {

    @Test
    void leadsFromTheSideToATableAndBack() {
        Page page = open("", 1280, ColorScheme.LIGHT);
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Data").setExact(true))
                .click();
        assertThat(page.getByText("4 tables")).isVisible();

        page.locator(".table-list")
                .getByText("zones", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page).hasURL(Pattern.compile("/data/zones$"));
        assertThat(page).hasTitle("zones · Data · Duckboard");
        assertThat(page.getByText("Number of the zone")).isVisible();
        assertThat(rows(page).getByText("Newark Airport")).isVisible();

        page.goBack();
        assertThat(page.getByText("Choose a table")).isVisible();
        assertThat(page).hasTitle("Data · Duckboard");
    }

    @Test
    void sumsUpAColumnFromTheKeyboard() {
        Page page = open("data/trips", 1280, ColorScheme.LIGHT);
        Locator column = page.locator(".column-list details")
                .filter(new Locator.FilterOptions().setHasText("pickup_location_id"));

        column.locator("summary").focus();
        page.keyboard().press("Enter");

        assertThat(column.locator("dl")).containsText("Distinct, about");
        assertThat(column.locator(".bars li").first()).containsText("0 – 49");
    }

    @Test
    void takesTheTableToTheSqlPageWhereItRunsByKeyboard() {
        Page page = open("data/trips_by_day", 1280, ColorScheme.LIGHT);
        assertThat(page.getByText("date=2019-04-01")).isVisible();

        page.getByText("Query this table").click();

        Locator text = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("SQL"));
        assertThat(text).containsText("FROM \"trips_by_day\"");
        assertThat(rows(page)).hasCount(0);
        text.fill("SELECT 6 * 7 AS answer");
        text.press("Control+Enter");
        assertThat(rows(page).getByText("42")).isVisible();
        assertThat(page.getByText(Pattern.compile("^1 row · round trip .* ms · query .* ms · engine warm")))
                .isVisible();
    }

    @Test
    void tellsOfATableThatIsNotThere() {
        Page page = open("data/nowhere", 1280, ColorScheme.LIGHT);

        assertThat(page.getByText("There is no table “nowhere”")).isVisible();
        page.getByText("All tables").click();

        assertThat(page.getByText("Choose a table")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({
        "data, 1280, LIGHT",
        "data, 390, DARK",
        "data/trips_by_day, 1280, DARK",
        "data/trips_by_day, 390, LIGHT",
        "sql, 390, DARK"
    })
    void fitsTheScreen(String address, int width, ColorScheme scheme) {
        Page page = open(address, width, scheme);
        assertThat(page.locator(".skeleton:visible")).hasCount(0);

        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(
                        "target/screenshots", address.replace('/', '-') + "-" + width + "-" + scheme + ".png")));

        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing scrolls sideways")
                .isTrue();
    }

    private Page open(String address, int width, ColorScheme scheme) {
        Page page = visit(address, width, scheme);
        assertThat(page.locator("h1")).isVisible();
        return page;
    }

    private static Locator rows(Page page) {
        return page.locator(".answer-grid vaadin-grid-cell-content");
    }
}
