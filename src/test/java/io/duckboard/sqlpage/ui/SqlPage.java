package io.duckboard.sqlpage.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Uses the SQL page as a person does. */
public record SqlPage(Page page) {

    private static final int SEEN = 20;

    public Locator editor() {
        return page.getByLabel("SQL", new Page.GetByLabelOptions().setExact(true));
    }

    /** Replaces the text in the editor. */
    public void type(String sql) {
        assertThat(editor()).isEditable();
        editor().click();
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().press("Delete");
        page.keyboard().insertText(sql);
        // Only the visible part of a long line exists in the page.
        assertThat(editor()).containsText(sql.substring(Math.max(sql.lastIndexOf('\n') + 1, sql.length() - SEEN)));
    }

    /** Opens one more tab and waits until the editor shows it: before that, keys go to the tab that was in front. */
    void openTab() {
        assertThat(front()).isVisible();
        int before = queries().count();
        button("New tab").click();
        assertThat(queries()).hasCount(before + 1);
        awaitAnswers(page);
    }

    /** Waits until no answer of the server is on its way. */
    public static void awaitAnswers(Page page) {
        page.waitForFunction("() => Object.values(Vaadin.Flow.clients).every(client => !client.isActive?.())");
    }

    public void run() {
        page.keyboard().press("ControlOrMeta+Enter");
    }

    void run(String sql) {
        type(sql);
        run();
    }

    /** Clicks the button and waits for the answer. */
    void runToRows() {
        button("Run").click();
        assertThat(facts()).isVisible();
    }

    /** Returns a view of the result: Rows, Chart or Plan. */
    Locator view(String name) {
        return page.getByLabel("Views of the result")
                .getByRole(AriaRole.TAB)
                .filter(new Locator.FilterOptions().setHasText(name));
    }

    Locator cell(String text) {
        return page.getByRole(
                AriaRole.GRIDCELL, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator queries() {
        return page.getByLabel("Queries").getByRole(AriaRole.TAB);
    }

    /** Returns the tab in front. */
    Locator front() {
        return page.getByLabel("Queries").locator("vaadin-tab[selected]");
    }

    Locator query(String name) {
        return queries().filter(new Locator.FilterOptions().setHasText(name));
    }

    public Locator facts() {
        return page.locator(".status-line");
    }
}
