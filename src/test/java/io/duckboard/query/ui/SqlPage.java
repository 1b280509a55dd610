package io.duckboard.query.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The SQL page as a person finds their way around it. */
public record SqlPage(Page page) {

    public Locator editor() {
        return page.getByLabel("SQL", new Page.GetByLabelOptions().setExact(true));
    }

    /** In the place of what is there. */
    public void type(String sql) {
        editor().click();
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().press("Delete");
        page.keyboard().insertText(sql);
        assertThat(editor()).containsText(sql.lines().toList().getLast());
    }

    public void run() {
        page.keyboard().press("ControlOrMeta+Enter");
    }

    void run(String sql) {
        type(sql);
        run();
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

    Locator query(String name) {
        return queries().filter(new Locator.FilterOptions().setHasText(name));
    }

    public Locator facts() {
        return page.locator(".status-line");
    }
}
