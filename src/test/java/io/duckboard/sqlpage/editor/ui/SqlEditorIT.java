package io.duckboard.sqlpage.editor.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.sqlpage.ui.SqlPage;
import io.duckboard.testing.BrowserTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In a browser: what the SQL editor does for the people who type in it. */
class SqlEditorIT extends BrowserTest {

    @Test
    void offersColumnsOfCommonTablesSubqueriesAndAliases() {
        Page page = open("");

        type(page, "WITH busy AS (SELECT borough, count(*) AS per_borough FROM zones GROUP BY ALL) SELECT per_");
        assertThat(offers(page).first()).hasText("per_borough");
        type(page, "borough FROM bu");
        assertThat(offers(page).first()).hasText("busyof this statement");
        type(page, "sy b WHERE b.bor");
        assertThat(offers(page).first()).hasText("boroughVARCHAR");

        show(page, "b", "SELECT  FROM (SELECT zone AS place FROM zones) inner_zones");
        editor(page).press("ControlOrMeta+Home");
        press(page, "ArrowRight", "SELECT ".length());
        type(page, "pla");
        assertThat(offers(page).first()).hasText("place");
    }

    @Test
    void offersNothingOnceItIsSwitchedOffUnlessAsked() {
        Page page = open("");
        Locator switched = page.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Suggestions"));

        switched.click();
        assertThat(switched).not().isChecked();
        page.reload();
        assertThat(switched).not().isChecked();
        awaitEditor(page);
        type(page, "SELECT * FROM zo");
        page.keyboard().press("Control+Space");
        assertThat(offers(page).first()).hasText("zones4 columns");
        page.keyboard().press("Escape");
        type(page, "n");
        assertThat(offers(page)).hasCount(0);

        switched.click();
        type(page, "es, tri");
        assertThat(offers(page).first()).hasText("trips18 columns");
    }

    @Test
    void keepsAHistoryForEachDocumentOverAReload() {
        Page page = open("");
        show(page, "a", "one");
        typeAtTheEnd(page, " two");
        show(page, "b", "three");
        typeAtTheEnd(page, " four");

        show(page, "a", "one two");
        page.keyboard().press("ControlOrMeta+z");
        assertThat(editor(page)).hasText("one");
        page.keyboard().press("ControlOrMeta+Shift+z");
        assertThat(editor(page)).hasText("one two");

        page.reload();
        show(page, "b", "three four");
        editor(page).press("ControlOrMeta+z");
        assertThat(editor(page)).hasText("three");
        show(page, "a", "another text that was written elsewhere");
        editor(page).press("ControlOrMeta+z");
        assertThat(editor(page)).hasText("another text that was written elsewhere");
    }

    /** A failure here appears in the console, which every browser test checks at its end. */
    @Test
    void switchesFromALongTextWhileWordsAreOffered() {
        Page page = open("");
        show(page, "short", "SELECT 1");
        show(page, "long", "SELECT pickup_location_id, dropoff_location_id, trip_distance, total_amount FROM ");
        typeAtTheEnd(page, "zo");
        assertThat(offers(page).first()).hasText("zones4 columns");

        // Types and switches in one step, like a key that has not been painted when somebody switches.
        page.locator("duckboard-sql-editor").evaluate("""
                editor => {
                  const end = editor.view.state.doc.length;
                  editor.view.dispatch({ changes: { from: end, insert: '\\n'.repeat(20) } });
                  editor.show('short', 'SELECT 1');
                }""");

        assertThat(editor(page)).hasText("SELECT 1");
    }

    @Test
    void keepsKeysWhoseNewsWereLostInAReload() {
        Page page = open("");
        show(page, "a", "one");

        // Runs in one step, so that no event about it leaves the browser before.
        page.locator("duckboard-sql-editor")
                .evaluate("editor => { window.isOld = true; editor.insert('no'); location.reload(); }");
        page.waitForFunction("() => !window.isOld");
        show(page, "a", "one");

        assertThat(editor(page)).hasText("no one");
    }

    @Test
    void takesAnotherTextAsAStepToUndo() {
        Page page = open("");
        show(page, "a", "SELECT 1");

        call(page, "replace", "a", "SELECT 2");
        assertThat(editor(page)).hasText("SELECT 2");
        editor(page).press("ControlOrMeta+z");

        assertThat(editor(page)).hasText("SELECT 1");
    }

    @Test
    void makesDollarsOfBraces() {
        Page page = open("");

        type(page, "SELECT {{ from }}, '{{text}}' -- {{comment}}");
        assertThat(editor(page)).hasText("SELECT $from, '{{text}}' -- {{comment}}");

        show(page, "b", "");
        type(page, "SELECT {{from}}");
        assertThat(editor(page)).hasText("SELECT $from");
        page.keyboard().press("ControlOrMeta+z");
        assertThat(editor(page)).hasText("SELECT {{from}}");
    }

    @Test
    void makesDollarsOfTheBracesOfATextThatIsRun() {
        Page page = open("SELECT {{from}}, '{{text}}'");

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Run").setExact(true))
                .click();

        assertThat(editor(page)).hasText("SELECT $from, '{{text}}'");
        assertThat(page.getByLabel("Parameters").getByText("Give $from a value."))
                .isVisible();
    }

    @Test
    void commentsLinesInAndOut() {
        Page page = open("SELECT 1");

        editor(page).press("ControlOrMeta+/");
        assertThat(editor(page)).hasText("-- SELECT 1");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Comment"))
                .click();
        assertThat(editor(page)).hasText("SELECT 1");
    }

    @Test
    void replacesAWordByWhatTheEngineProposes() {
        Page page = open("SELECT borogh FROM zones");
        editor(page).press("ControlOrMeta+Enter");
        Locator wrong = page.locator(".cm-lintRange-error");
        assertThat(wrong).hasText("borogh");

        wrong.hover();
        assertThat(page.locator(".cm-diagnosticText")).containsText("Did you mean \"borough\"?");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Replace by borough"))
                .click();

        assertThat(editor(page)).hasText("SELECT borough FROM zones");
        assertThat(wrong).hasCount(0);
    }

    @Test
    void takesTheUnderlineAwayOnceTheWordIsChanged() {
        Page page = open("SELECT 1 FROM zones WHERE 1 = borogh");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Run").setExact(true))
                .click();
        Locator wrong = page.locator(".cm-lintRange-error");
        assertThat(wrong).hasText("borogh");

        editor(page).press("ControlOrMeta+Home");
        page.keyboard().type(" ");
        assertThat(wrong).hasText("borogh");
        typeAtTheEnd(page, "x");

        assertThat(wrong).hasCount(0);
    }

    @Test
    void laysOutWithoutLosingParametersOrComments() {
        Page page = open("select $from, $$ a  b $$ from trips -- why\nwhere $To > 1");

        editor(page).press("Shift+Alt+f");

        assertThat(page.locator(".cm-line"))
                .hasText(new String[] {"select", "$from,", "$$ a  b $$", "from", "trips -- why", "where", "$To > 1"});
    }

    @Test
    void laysOutWhatIsSelectedAlone() {
        Page page = open("select 1;\nselect 2");
        editor(page).press("ControlOrMeta+End");
        page.keyboard().press("Shift+Home");

        page.keyboard().press("Shift+Alt+f");

        assertThat(page.locator(".cm-line")).hasText(new String[] {"select 1;", "select", "2"});
    }

    @Test
    void isLeftByEscapeAndTab() {
        Page page = open("SELECT 1");
        editor(page).press("Tab");
        assertThat(editor(page)).isFocused();

        page.keyboard().press("Escape");
        page.keyboard().press("Tab");

        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find")))
                .isFocused();
        assertThat(editor(page)).hasAccessibleDescription("Tab indents. Press Escape, then Tab, to leave the editor.");
    }

    @Test
    void writesANameApartFromWhatStandsBeside() {
        Page page = open("SELECT 1 FROM");
        editor(page).press("ControlOrMeta+End");

        call(page, "insert", "\"fare amount\"");

        assertThat(editor(page)).hasText("SELECT 1 FROM \"fare amount\"");
    }

    @Test
    void bearsATextOf300Kilobytes() {
        Page page = open("");
        String long300 = IntStream.range(0, 5_000)
                .mapToObj(i -> "SELECT zone, borough, 'text' FROM zones WHERE location_id = " + i + ";")
                .collect(Collectors.joining("\n"));
        call(page, "insert", long300 + "\n");

        typeAtTheEnd(page, "SELECT 'the last' AS one FROM zo");
        assertThat(offers(page).first()).hasText("zones4 columns");
        type(page, "nes LIMIT 1");
        page.keyboard().press("Escape");
        page.keyboard().press("ControlOrMeta+Enter");

        assertThat(page.locator("vaadin-grid").getByText("the last")).isVisible();
    }

    private Page open(String sql) {
        Page page = visit("sql?q=" + URLEncoder.encode(sql, StandardCharsets.UTF_8), 1280, ColorScheme.LIGHT);
        awaitEditor(page);
        assertThat(editor(page)).hasText(sql.replace("\n", ""));
        // An answer that is still on its way may show the tab again, in place of a document that only this test knows.
        SqlPage.awaitAnswers(page);
        return page;
    }

    private static void show(Page page, String tabId, String text) {
        awaitEditor(page);
        call(page, "show", tabId, text);
    }

    private static void awaitEditor(Page page) {
        editor(page).waitFor();
        assertThat(editor(page)).isEditable();
    }

    /** Calls a function in the same way as the server. */
    private static void call(Page page, String function, Object... arguments) {
        page.locator("duckboard-sql-editor")
                .evaluate("(editor, [name, ...given]) => editor[name](...given)", arguments(function, arguments));
    }

    private static List<Object> arguments(String function, Object... arguments) {
        return Stream.concat(Stream.of(function), Arrays.stream(arguments)).toList();
    }

    private static void type(Page page, String text) {
        editor(page).focus();
        page.keyboard().type(text);
    }

    private static void typeAtTheEnd(Page page, String text) {
        editor(page).press("ControlOrMeta+End");
        page.keyboard().type(text);
    }

    private static void press(Page page, String key, int times) {
        for (int i = 0; i < times; i++) {
            page.keyboard().press(key);
        }
    }

    private static Locator offers(Page page) {
        return page.getByRole(AriaRole.OPTION);
    }

    private static Locator editor(Page page) {
        return page.getByLabel("SQL", new Page.GetByLabelOptions().setExact(true));
    }
}
