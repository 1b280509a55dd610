package io.duckboard.sqlpage.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.testing.BrowserTest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** In a browser: the page says in plain words what cannot be run, and shows unusual values. */
class BadInputIT extends BrowserTest {

    /** What the page says about text that is not SQL, or SQL that may not run. */
    private static final List<Wrong> WRONG = List.of(
            new Wrong("   ", "There is nothing to run."),
            new Wrong("-- only a comment\n/* and another */", "There is no statement to run, only blanks or comments."),
            new Wrong("SELECT 1; SELECT 2", "There are 2 statements; one runs at a time."),
            new Wrong("SELEC 1", "syntax error at or near \"SELEC\""),
            new Wrong("SELECT * FROM nowhere", "Table with name nowhere does not exist!"),
            new Wrong("COPY trips TO 'here.csv'", "Only statements that read may run here."),
            new Wrong("SELECT * EXCLUDE (zone) FROM (SELECT zone FROM zones)", "Change the SQL, then run it again."),
            new Wrong("ATTACH 'other.db'", "Only statements that read may run here."),
            new Wrong("FROM read_csv('/etc/passwd')", "A file that is not data of the lake may not be read."));

    @Autowired
    private ServletWebServerApplicationContext app;

    @Test
    void saysWhatIsWrong() {
        SqlPage page = open();
        for (Wrong wrong : WRONG) {
            page.type(wrong.sql());
            page.page().keyboard().press("ControlOrMeta+a");

            page.run();

            assertThat(page.page().locator(".notice")).containsText(wrong.sentence());
            assertThat(page.facts()).hasCount(0);
        }
    }

    @Test
    void refuses300KilobytesAndStaysAwake() {
        SqlPage page = open();
        page.type("SELECT '" + "long ".repeat(60_000) + "' AS long");

        page.run();
        assertThat(page.page().locator(".notice")).containsText("256");
        page.run("SELECT 'awake' AS word");

        assertThat(page.cell("awake")).isVisible();
    }

    @Test
    void showsTheHeadersOfNoRows() {
        SqlPage page = open();

        page.run("SELECT zone, borough FROM zones WHERE false");

        assertThat(headers(page)).containsText(new String[] {"zone", "borough"});
        assertThat(page.page().getByText("No rows", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    @Test
    void showsColumnsOfTheSameName() {
        SqlPage page = open();

        page.run("SELECT 'left' AS side, 'right' AS side");

        assertThat(page.cell("left")).isVisible();
        assertThat(page.cell("right")).isVisible();
        assertThat(headers(page)).containsText(new String[] {"side", "side"});
    }

    @Test
    void showsFiveHundredColumns() {
        SqlPage page = open();

        page.run("SELECT "
                + IntStream.rangeClosed(1, 500)
                        .mapToObj(i -> "'v" + i + "' AS c" + i)
                        .collect(Collectors.joining(", ")));

        assertThat(page.cell("v1")).isVisible();
        page.page().locator(".answer-grid vaadin-grid").evaluate("grid => grid.scrollToColumn(500)");
        assertThat(page.cell("v500")).isVisible();
    }

    @Test
    void keepsTheTextOverTheEndOfASession() {
        SqlPage page = open();
        page.openTab();
        page.type("SELECT 'before the end' AS word");
        page.runToRows();

        endSessions();
        page.button("Run").click();

        assertThat(page.page().getByText("This page was left alone for too long"))
                .isVisible();
        page.page().keyboard().press("Escape");
        assertThat(page.page().getByText("This page was left alone for too long"))
                .hasCount(0);
        assertThat(page.query("Untitled").last()).isVisible();
        page.query("Untitled").last().click();
        assertThat(page.editor()).containsText("before the end");
    }

    private SqlPage open() {
        var page = new SqlPage(visit("sql", 1280, ColorScheme.LIGHT));
        assertThat(page.editor()).isEditable();
        return page;
    }

    private static Locator headers(SqlPage page) {
        return page.page().locator(".answer-grid .column-sorter");
    }

    private void endSessions() {
        var tomcat = ((TomcatWebServer) Objects.requireNonNull(app.getWebServer())).getTomcat();
        var manager = ((Context) tomcat.getHost().findChildren()[0]).getManager();
        for (Session session : manager.findSessions()) {
            session.expire();
        }
    }

    private record Wrong(String sql, String sentence) {}
}
