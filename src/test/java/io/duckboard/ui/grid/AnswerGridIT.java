package io.duckboard.ui.grid;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.MouseButton;
import io.duckboard.testing.BrowserTest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a browser: a grid shows any answer and works by keyboard and pointer. */
class AnswerGridIT extends BrowserTest {

    /** The most cells that are in the page, however many the answer has. */
    private static final int MOST_CELLS = 3_000;

    @Test
    void scrollsToTheLastRowAndColumnHavingDrawnFew() {
        Page page = run("SELECT " + columns(50) + " FROM range(10000) t(i)", "c0 0");
        Locator first = cell(page, "c0 0");

        first.click();
        page.keyboard().press("Control+End");
        long last = lastRow(page);
        assertThat(cell(page, "c0 " + last)).isVisible();
        page.keyboard().press("End");

        assertThat(cell(page, "c49 " + last)).isVisible();
        assertThat(first).isHidden();
        assertThat(page.locator("vaadin-grid-cell-content").count()).isLessThan(MOST_CELLS);
    }

    /** lean-rows.ts and lean-columns.ts replace or call what vaadin-grid has for itself, which another version may not. */
    @Test
    void replacesWhatTheGridOfThisVersionHas() {
        Page page = run("SELECT 1 AS one", "1");

        Object missing = page.evaluate("""
                () => [
                  '__a11yUpdateRowRowindex', '__a11yUpdateRowSelected', '__getRowItem', '__getRowModel', '__updateRow',
                  '_afterScroll', '_areSizerCellsAssigned', '_getColumnsInOrder', '_resetKeyboardNavigation',
                  '__scrollToPendingColumn', '__updateColumnsBodyContentHidden', '__updateHorizontalScrollPosition',
                  '__updateRowScrollPositionProperty',
                ].filter(name => !(name in customElements.get('vaadin-grid').prototype))
                """);

        assertThat(missing).isEqualTo(List.of());
    }

    @Test
    void shows500ColumnsAndGoesToTheLastByKeyboard() {
        Page page = run("SELECT 'before' AS a, 1 AS b FROM range(100)", "before");

        ask(page, "SELECT " + columns(500) + " FROM range(30) t(i)");
        cell(page, "c0 0").click();
        page.keyboard().press("End");

        assertThat(cell(page, "c499 0")).isVisible();
        assertThat(page.getByText("c499", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    @Test
    void sortsByKeyboardAndSaysSo() {
        Page page = run("SELECT i * 7 % 10 AS n, 'x' || i AS t FROM range(10) t(i)", "x0");
        Locator header = header(page, "n");

        header.focus();
        page.keyboard().press("Space");
        assertThat(header).hasAttribute("aria-sort", "ascending");
        page.keyboard().press("Space");

        assertThat(header).hasAttribute("aria-sort", "descending");
        page.waitForCondition(() -> top(page, "x7") < top(page, "x0"));
        page.keyboard().press("Space");
        page.waitForCondition(() -> top(page, "x0") < top(page, "x1") && top(page, "x1") < top(page, "x7"));
        assertThat(header).not().hasAttribute("aria-sort", Pattern.compile(".*"));
    }

    @Test
    void makesAColumnWiderByKeyboard() {
        Page page = run("SELECT 'x' AS one, 'y' AS two", "x");
        Locator header = header(page, "one");
        double before = header.boundingBox().width;

        header.focus();
        page.keyboard().press("Shift+ArrowRight");

        page.waitForCondition(() -> header.boundingBox().width > before);
    }

    @Test
    void copiesTheFocusedValueExactly() {
        Page page = run(
                "SELECT 170141183460469231731687303715884105727::HUGEINT AS n",
                "170141183460469231731687303715884105727");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));

        cell(page, "170141183460469231731687303715884105727").click();
        page.keyboard().press("Control+c");

        assertThat(page.getByText("Value copied.")).isVisible();
        assertThat(clipboard(page)).isEqualTo("170141183460469231731687303715884105727");
    }

    @Test
    void copiesTheRowsThatAreSelectedByKeyboardFromTheContextMenu() {
        Page page = run("SELECT i AS n, 'a|b<i>' AS t FROM range(60) t(i)", "a|b<i>");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));

        cell(page, "3").nth(1).click();
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Shift+Space");
        assertThat(page.locator("vaadin-grid [role=row][aria-selected=true]")).hasCount(2);
        cell(page, "3").nth(1).click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        page.getByText("Copy rows as Markdown").click();

        assertThat(page.getByText("2 rows copied as Markdown.")).isVisible();
        assertThat(clipboard(page)).isEqualTo("""
                | n | t |
                | ---: | --- |
                | 3 | a\\|b\\<i\\> |
                | 4 | a\\|b\\<i\\> |
                """);
    }

    @Test
    void opensANestedValueByKeyboard() {
        Page page = run("SELECT {'a': [1, NULL], 'b': 'x'} AS nested", "{\"a\":[1,null],\"b\":\"x\"}");

        cell(page, "{\"a\":[1,null],\"b\":\"x\"}").click();
        page.keyboard().press("Enter");

        assertThat(page.locator(".cell-text")).containsText("\"a\" : [ 1, null ]");
        page.keyboard().press("Escape");
        assertThat(page.locator(".cell-text")).isHidden();
    }

    @Test
    void tellsNullFromTheWordAndFromAnEmptyText() {
        Page page = run("SELECT NULL AS a, 'NULL' AS b, '' AS c, 1 AS a", "NULL");

        assertThat(page.locator(".null-cell")).hasCount(1);
        assertThat(cell(page, "NULL")).hasCount(2);
        assertThat(page.locator(".column-sorter").getByText("a", new Locator.GetByTextOptions().setExact(true)))
                .hasCount(2);
    }

    @Test
    void showsAnAnswerOfAsManyOtherColumnsAsItWouldShowTheFirst() {
        Page page = run("SELECT 'before' AS words, 1 AS count, 2 AS more", "before");
        Locator names = page.locator(".column-sorter");
        Locator sorted = page.locator("[aria-sort]:not([aria-sort=none])");
        names.getByText("count").click();
        assertThat(sorted).hasCount(1);

        ask(page, "SELECT 7 AS number, 'after' AS text, DATE '2019-04-01' AS day");

        assertThat(cell(page, "after")).isVisible();
        assertThat(names).hasText(new String[] {"number", "text", "day"});
        assertThat(page.locator(".column-type")).hasText(new String[] {"INTEGER", "VARCHAR", "DATE"});
        assertThat(cell(page, "7")).hasCSS("text-align", "end");
        assertThat(cell(page, "after")).hasCSS("text-align", "start");
        assertThat(sorted).hasCount(0);
    }

    @Test
    void showsTheNextAnswersColumnsInItsOwnOrderAfterSomebodyMovedThem() {
        Page page = run("SELECT 'before' AS words, 70 AS count, 80 AS more", "before");
        move(page, "count", "words");
        assertThat(left(page, "70")).isLessThan(left(page, "before"));

        ask(page, "SELECT 'first' AS a, 71 AS b, 81 AS c");

        assertThat(cell(page, "81")).isVisible();
        assertThat(left(page, "first")).isLessThan(left(page, "71"));
        assertThat(left(page, "71")).isLessThan(left(page, "81"));
    }

    @Test
    void showsTheHeadersOfNoRows() {
        Page page = run("SELECT 1 AS lonely WHERE false", "lonely");

        assertThat(page.getByText("No rows", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>document.title='pwned'</script>",
                "<img src=x onerror=\"document.title='pwned'\">",
                "<svg onload=document.title='pwned'>",
                "\"><b>x</b>",
                "{{7*7}} ${document.title='pwned'}",
                "javascript:document.title='pwned'"
            })
    void showsMarkupAsText(String text) {
        String literal = "'" + text.replace("'", "''") + "'";
        Page page = run(
                "SELECT " + literal + " AS \"" + text.replace("\"", "\"\"") + "\", [" + literal + "] AS nested", text);

        assertThat(page.locator(".column-sorter").first()).hasText(text);
        assertThat(page.locator("vaadin-grid :is(script, img, svg, b)")).hasCount(0);
        cell(page, text).dblclick();
        assertThat(page.locator(".cell-text")).hasText(text);
        assertThat(page.title()).isEqualTo("SQL · Duckboard");
    }

    private Page run(String sql, String shown) {
        Page page = visit("sql", 1280, ColorScheme.LIGHT);
        ask(page, sql);
        assertThat(page.locator("vaadin-grid")
                        .getByText(shown, new Locator.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        return page;
    }

    private static void ask(Page page, String sql) {
        Locator editor = page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("SQL").setExact(true));
        editor.fill(sql);
        editor.press("Control+Enter");
    }

    /** @return the position of the last row that arrived, according to the line below the result */
    private static long lastRow(Page page) {
        Locator line = page.locator(".status-line").filter(new Locator.FilterOptions().setHasText("round trip"));
        Matcher count = Pattern.compile("^([\\d,]+) rows").matcher(line.first().innerText());
        assertThat(count.find()).isTrue();
        return Long.parseLong(count.group(1).replace(",", "")) - 1;
    }

    private static String columns(int count) {
        return IntStream.range(0, count)
                .mapToObj(column -> "'c" + column + " ' || i AS c" + column)
                .collect(Collectors.joining(", "));
    }

    /** Finds a cell of the body; a cell of the header contains more than the text. */
    private static Locator cell(Page page, String text) {
        String is = ":text-is(" + quoted(text) + ")";
        return page.locator("vaadin-grid-cell-content" + is + ", vaadin-grid-cell-content > span" + is);
    }

    /** Quotes a text for a selector. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static Locator header(Page page, String name) {
        return page.getByRole(
                AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name + "\\b")));
    }

    /** Returns where a cell is, in pixels from the top; the greatest possible number while it is not drawn. */
    private static double top(Page page, String text) {
        BoundingBox box = cell(page, text).boundingBox();
        return box == null ? Double.MAX_VALUE : box.y;
    }

    /** Moves step by step, because a grid takes a press for a move only after several steps. */
    private static void move(Page page, String column, String onto) {
        Locator names = page.locator(".column-sorter");
        BoundingBox from = names.getByText(column).boundingBox();
        BoundingBox to = names.getByText(onto).boundingBox();
        page.mouse().move(from.x + from.width / 2, from.y + from.height / 2);
        page.mouse().down();
        page.mouse().move(to.x + 2, to.y + to.height / 2, new Mouse.MoveOptions().setSteps(10));
        page.mouse().up();
    }

    private static double left(Page page, String text) {
        return cell(page, text).boundingBox().x;
    }

    private static String clipboard(Page page) {
        return String.valueOf(page.evaluate("navigator.clipboard.readText()"));
    }
}
