package io.duckboard.sqlpage.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QuerySettings;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.sql.Quoted;
import io.duckboard.engine.testing.Attack;
import io.duckboard.format.Harmless;
import io.duckboard.lake.load.LoadProgress;
import io.duckboard.lake.source.ReadOptions;
import io.duckboard.lake.tables.OpenLake;
import io.duckboard.lake.tables.TableLoad;
import io.duckboard.lake.tables.TableRemoval;
import io.duckboard.security.Owner;
import io.duckboard.sqlpage.history.History;
import io.duckboard.sqlpage.saved.SavedName;
import io.duckboard.sqlpage.saved.SavedQueries;
import io.duckboard.sqlpage.tab.EditorTab;
import io.duckboard.sqlpage.tab.EditorTabs;
import io.duckboard.sqlpage.tab.TabOpening;
import io.duckboard.testing.BrowserTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.jr.ob.JSON;

/** In a browser: hostile text is always shown as plain text, and no part of it takes effect. */
@Attack("Markup and scripts in data, names, SQL and errors, on every page in Chromium")
class HostileTextIT extends BrowserTest {

    private static final List<String> HOSTILE = List.of(
            "<script>window.obeyed=1</script>",
            "<img src=x onerror=window.obeyed=1>",
            "<svg onload=window.obeyed=1>",
            "<svg><script>window.obeyed=1</script></svg>",
            "\"><img src=x onerror=window.obeyed=1>",
            "'><img src=x onerror=window.obeyed=1>",
            "\" onfocus=window.obeyed=1 autofocus tabindex=1 x=\"",
            "' onmouseover=window.obeyed=1 x='",
            "<a href=javascript:window.obeyed=1>click</a>",
            "javascript:window.obeyed=1",
            "data:text/html,<script>parent.obeyed=1</script>",
            "<iframe srcdoc='<script>parent.obeyed=1</script>'>",
            "<details open ontoggle=window.obeyed=1>",
            "<b style=position:fixed;inset:0>all of it</b>",
            "</style><img src=x onerror=window.obeyed=1>",
            "</textarea><script>window.obeyed=1</script>",
            "]]><img src=x onerror=window.obeyed=1>",
            "<!--><img src=x onerror=window.obeyed=1>-->",
            "{{constructor.constructor('window.obeyed=1')()}}",
            "[[constructor.constructor('window.obeyed=1')()]]",
            "${window.obeyed=1}",
            "{b|window.obeyed=1}",
            "[x](javascript:window.obeyed=1) **b** `c`",
            "=HYPERLINK(\"javascript:window.obeyed=1\")",
            "\u202Eobeyed\u202C\u200B1",
            "&lt;script&gt;window.obeyed=1&lt;/script&gt;",
            "%3Cscript%3Ewindow.obeyed=1%3C/script%3E");

    /** Wide enough for all columns of a grid, because a grid has no elements for columns that are out of sight. */
    private static final int WIDE = 14_000;

    /** Elements in the page and in its shadow trees that can only come from somebody's text. */
    private static final String STRANGERS = """
        () => {
          const strangers = [];
          const look = (root) => root.querySelectorAll('*').forEach((element) => {
            // Flow's first message is JSON in a script, which ends at the first "<" of a text that is not escaped.
            const isFirstMessage = element.matches('script[initial]') && !/</.test(element.textContent);
            const isStrange =
              (/^(SCRIPT|IFRAME|STYLE)$/.test(element.tagName) &&
                /obeyed/.test(element.outerHTML) &&
                !isFirstMessage) ||
              [...element.attributes].some(({ name, value }) =>
                /^on/.test(name) ||
                (/^(src|href|srcdoc|action|xlink:href)$/.test(name) && /^(x$|javascript:|data:text|<)/.test(value)) ||
                (name === 'style' && /position: ?fixed; ?inset: ?0/.test(value)));
            if (isStrange) {
              strangers.push(element.outerHTML.slice(0, 200));
            }
            if (element.shadowRoot) {
              look(element.shadowRoot);
            }
          });
          look(document);
          return strangers;
        }\
        """;

    @Autowired
    private EditorTabs tabs;

    @Autowired
    private SavedQueries saved;

    @Autowired
    private History history;

    @Autowired
    private QuerySettings settings;

    private final List<String> dialogs = new CopyOnWriteArrayList<>();
    private final List<Page> opened = new CopyOnWriteArrayList<>();

    @AfterEach
    void obeysNothing() {
        List<Page> pages = List.copyOf(opened);
        opened.clear();
        saved.of(Owner.EVERYONE).forEach(query -> saved.delete(Owner.EVERYONE, query.id()));
        history.forgetAll(Owner.EVERYONE);
        for (Page page : pages) {
            assertThat(page.evaluate("window.obeyed")).isNull();
            assertThat(page.evaluate(STRANGERS)).isEqualTo(List.of());
        }
        assertThat(dialogs).isEmpty();
    }

    @Test
    void inValuesAndNamesOfColumns() {
        String columns = HOSTILE.stream()
                .map(text -> Quoted.literal(text) + " AS " + Quoted.name(text))
                .collect(Collectors.joining(", "));
        SqlPage page = open(link("SELECT " + columns), WIDE);
        page.runToRows();

        shows(page.page(), ".answer-grid .column-sorter", HOSTILE, Harmless::line);
        shows(page.page(), ".answer-grid vaadin-grid-cell-content", HOSTILE, Harmless::line);
        page.button("Columns ▾").click();
        shows(page.page(), ".column-summaries .column-name", HOSTILE, Harmless::line);
        page.page().locator(".column-summaries summary").evaluateAll("all => all.forEach(each => each.click())");
        shows(page.page(), ".column-summaries .bar-label", HOSTILE, Harmless::line);

        Locator filter = page.page().getByLabel("Filter shown rows");
        for (String text : HOSTILE.subList(0, 3)) {
            filter.fill(text + "!");
            assertThat(page.page().getByText("No row is like that.")).isVisible();
        }
    }

    @Test
    void inNestedValuesAndWhereTheyAreOpened() {
        String list = HOSTILE.stream().map(Quoted::literal).collect(Collectors.joining(", ", "[", "]"));
        String members = HOSTILE.stream()
                .map(text -> Quoted.literal(text) + ": " + Quoted.literal(text))
                .collect(Collectors.joining(", ", "{", "}"));
        SqlPage page = ask("SELECT " + list + " AS " + Quoted.name(HOSTILE.get(1)) + ", " + members + " AS members");

        for (int column = 0; column < 2; column++) {
            page.page().locator(".answer-grid .cell-open").nth(column).click();
            Locator whole = page.page().locator(".cell-text");
            for (String text : HOSTILE) {
                assertThat(whole).containsText(Harmless.line(text.replace("\"", "\\\"")));
            }
            page.button("Close").click();
            assertThat(whole).hasCount(0);
        }
    }

    @Test
    void inWhatAChartIsLabelledWith() {
        String rows = IntStream.range(0, HOSTILE.size())
                .mapToObj(row -> "(" + Quoted.literal(HOSTILE.get(row)) + ", " + (row + 1) + ", 2)")
                .collect(Collectors.joining(", "));
        SqlPage page = ask("SELECT * FROM (VALUES " + rows + ") AS t("
                + String.join(
                        ", ", HOSTILE.subList(0, 3).stream().map(Quoted::name).toList()) + ")");
        page.view("Chart").click();
        Locator chart = page.page().locator(".chart-panel duckboard-chart");
        assertThat(chart.locator(".plot path").first()).isVisible();
        shows(page.page(), ".chart-panel vaadin-select-value-button", HOSTILE.subList(0, 1), Harmless::line);

        for (String kind : List.of("Pie", "Columns", "Stacked columns", "Line", "Bars")) {
            page.page()
                    .getByLabel("Chart", new Page.GetByLabelOptions().setExact(true))
                    .click();
            page.page()
                    .getByRole(
                            AriaRole.OPTION,
                            new Page.GetByRoleOptions().setName(kind).setExact(true))
                    .click();
            assertThat(chart.locator(".frame"))
                    .hasAttribute("aria-label", Pattern.compile(" by <script>window[.]obeyed=1</script>$"));
            assertThat(chart.locator(".plot")).hasAttribute("aria-label", Pattern.compile("^" + kind + ": "));
            assertThat(chart.locator(".plot svg")).isVisible();
        }
        chart.locator(".frame").focus();
        for (String text : HOSTILE) {
            page.page().keyboard().press("ArrowDown");
            assertThat(page.page()
                            .locator("body > div strong")
                            .getByText(Harmless.line(text), new Locator.GetByTextOptions().setExact(true)))
                    .isVisible();
        }
    }

    @Test
    void inErrorsAndWhereTheyLie() {
        String name = String.join(" ", HOSTILE);

        SqlPage page = open(link("SELECT " + Quoted.name(name) + " FROM zones"));
        page.button("Run").click();

        assertThat(page.page().locator(".notice-what")).containsText(HOSTILE.get(1));
        assertThat(page.page().locator(".error-place")).containsText(HOSTILE.get(0));
        page.page().locator(".cm-lintRange-error").first().hover();
        assertThat(page.page().locator(".cm-diagnosticText")).containsText(HOSTILE.get(1));
    }

    @Test
    void inParametersThatALinkBrings() {
        List<String> names =
                IntStream.range(0, HOSTILE.size()).mapToObj(i -> "p" + i).toList();
        String sql = "SELECT "
                + names.stream().map(name -> "$" + name + " AS " + name).collect(Collectors.joining(", "));
        String values = names.stream()
                .map(name -> "&p." + name + "=" + encoded(HOSTILE.get(names.indexOf(name))))
                .collect(Collectors.joining());
        String unnamed =
                HOSTILE.stream().map(text -> "&p." + encoded(text) + "=1").collect(Collectors.joining());

        SqlPage page = open(link(sql) + values + unnamed, WIDE);
        for (int i = 0; i < names.size(); i++) {
            assertThat(page.page().getByLabel("$p" + i, new Page.GetByLabelOptions().setExact(true)))
                    .hasValue(HOSTILE.get(i));
        }
        page.page()
                .getByLabel("Type of $p1", new Page.GetByLabelOptions().setExact(true))
                .click();
        page.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("number"))
                .click();
        assertThat(page.page().locator("[slot=error-message]:visible")).not().isEmpty();
        page.page()
                .getByLabel("Type of $p1", new Page.GetByLabelOptions().setExact(true))
                .click();
        page.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("text"))
                .click();

        page.runToRows();
        shows(page.page(), ".answer-grid vaadin-grid-cell-content", HOSTILE, Harmless::line);
    }

    @Test
    void inTheTextThatALinkBringsAndTheOneToShareIt() {
        SqlPage page = open(link(HOSTILE.stream().map(text -> "-- " + text).collect(Collectors.joining("\n"))));

        shows(page.page(), ".cm-line", HOSTILE, text -> "-- " + inTheEditor(text));
        page.button("Share").click();
        assertThat(page.page().getByLabel("Link")).hasValue(Pattern.compile("%3Cscript%3E"));
    }

    @Test
    void inNamesOfTabs() {
        List<EditorTab> kept = HOSTILE.stream().map(this::tab).toList();

        SqlPage page = open("sql");
        shows(page.page(), ".tab-name", HOSTILE, text -> text);
        for (int i = 0; i < kept.size(); i++) {
            page.queries().nth(i).click();
            assertThat(page.editor()).hasText(inTheEditor(kept.get(i).text()));
        }
        page.front().press("F2");
        Locator name = page.page().getByLabel("Name", new Page.GetByLabelOptions().setExact(true));
        assertThat(name).hasValue(kept.getLast().name());
        name.fill(HOSTILE.getFirst());
        page.button("Rename").click();
        assertThat(page.front().locator(".tab-name")).hasText(HOSTILE.getFirst());
        page.front().press("Delete");
        assertThat(page.page().getByText("“" + HOSTILE.getFirst() + "” is closed."))
                .isVisible();
    }

    @Test
    void inNamesAndFoldersOfSavedQueries() {
        List<String> fit = HOSTILE.stream()
                .filter(text -> SavedName.objectionToTyped(text, text).isEmpty())
                .toList();
        assertThat(fit).hasSizeGreaterThan(15);
        fit.forEach(text -> saved.save(Owner.EVERYONE, SavedName.typed(text, text), text));

        SqlPage page = open("sql");
        page.button("Saved").click();

        shows(page.page(), ".kept-open", fit, text -> text);
        shows(page.page(), ".saved-folders summary span span:first-child", fit, text -> text);
        shows(page.page(), ".saved-sql", fit, text -> text);
        page.button("Delete " + fit.getFirst()).click();
        assertThat(page.page().getByText("“" + fit.getFirst() + "” is deleted."))
                .isVisible();
        page.button("Rename or move " + fit.get(1)).click();
        assertThat(page.page()
                        .getByRole(
                                AriaRole.TEXTBOX,
                                new Page.GetByRoleOptions().setName("Name").setExact(true))
                        .last())
                .hasValue(fit.get(1));
        page.page().keyboard().press("Escape");
        page.page().getByLabel("Search the saved queries").fill(HOSTILE.getFirst() + "!");
        assertThat(page.page().getByText("Nothing saved has “" + HOSTILE.getFirst() + "!” in its name or SQL."))
                .isVisible();
    }

    @Test
    void inTheHistory() {
        HOSTILE.forEach(text -> {
            UUID run = UUID.randomUUID();
            history.started(Owner.EVERYONE, run, text);
            history.ended(run, new QueryOutcome.Failed(Problem.of(ErrorCode.UNKNOWN_NAME, text, text)));
        });

        SqlPage page = open("sql");
        page.button("History").click();

        shows(page.page(), ".kept-sql", HOSTILE, text -> text);
        shows(page.page(), ".run-message", HOSTILE, text -> text);
        page.page().getByLabel("Search the history").fill(HOSTILE.getFirst() + "!");
        assertThat(page.page().getByText("No run has “" + HOSTILE.getFirst() + "!” in its SQL."))
                .isVisible();
    }

    @Test
    void inDetailsOfAPlan() {
        String filters = HOSTILE.stream()
                .map(text -> "zone || borough <> " + Quoted.literal(text))
                .collect(Collectors.joining(" AND "));
        SqlPage page = ask("SELECT zone FROM zones WHERE " + filters + " LIMIT 1");
        page.view("Plan").click();
        page.button("Explain").click();

        page.button("Details of Filter rows").press("Enter");
        for (String text : HOSTILE) {
            assertThat(page.page().locator(".plan-details").first()).containsText(text.replace("'", "''"));
        }
        page.page().locator(".plan-text summary").click();
        assertThat(page.page().locator(".plan-text pre")).containsText(HOSTILE.get(1));
    }

    @Test
    void inTheLakesOwnColumns() throws IOException {
        try (OpenLake lake = openLake()) {
            load(lake);
            try {
                showsTheTable();
            } finally {
                new TableRemoval(lake, Clock.systemUTC()).run("hostile");
            }
        }
    }

    @Test
    void inFilesThatAreDownloaded() throws IOException {
        EditorTab named = tab(HOSTILE.getFirst());
        tabs.save(
                Owner.EVERYONE,
                named.text("SELECT * FROM (VALUES "
                        + HOSTILE.stream()
                                .map(text -> "(" + Quoted.literal(text) + ")")
                                .collect(Collectors.joining(", "))
                        + ") AS t(" + Quoted.name(HOSTILE.get(1)) + ")"));
        SqlPage page = open("sql");
        page.runToRows();
        page.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Download the whole answer as"))
                .click();

        Download file = page.page()
                .waitForDownload(() -> page.page()
                        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("CSV"))
                        .click());

        assertThat(file.suggestedFilename()).matches("script-window-obeyed-1-script-[-0-9]+\\.csv");
        assertThat(Files.readString(file.path()))
                .contains("'=HYPERLINK(")
                .doesNotContain("\n=")
                .doesNotContain("\"=");
    }

    /** The editor shows a placeholder for characters that are invisible or would reorder text. */
    private static String inTheEditor(String text) {
        return text.replaceAll("[\\u200b\\u202e]", "•");
    }

    private SqlPage ask(String sql) {
        SqlPage page = open(link(sql));
        page.runToRows();
        return page;
    }

    private SqlPage open(String address) {
        return open(address, 1280);
    }

    private SqlPage open(String address, int width) {
        var page = new SqlPage(visitTall(address, width));
        assertThat(page.editor()).isEditable();
        return page;
    }

    private Page visitTall(String address, int width) {
        Page page = visit(address, width, ColorScheme.LIGHT);
        page.setViewportSize(width, 2_000);
        page.addStyleTag(new Page.AddStyleTagOptions()
                .setContent(
                        ".page, .sql-side { max-width: none; max-height: none } .table-tree { min-height: 60rem }"));
        page.onDialog(this::note);
        opened.add(page);
        return page;
    }

    private void note(Dialog dialog) {
        dialogs.add(dialog.message());
        dialog.dismiss();
    }

    /** Waits until each of the texts is the entire visible text of some element. */
    private static void shows(Page page, String selector, List<String> texts, Function<String, String> as) {
        List<String> expected = texts.stream().map(as).toList();
        await().pollInSameThread()
                .untilAsserted(() -> assertThat(seen(page, selector)).containsAll(expected));
    }

    private static List<String> seen(Page page, String selector) {
        return page.locator(selector)
                .filter(new Locator.FilterOptions().setVisible(true))
                .allTextContents();
    }

    private EditorTab tab(String text) {
        return switch (tabs.open(Owner.EVERYONE, text, text)) {
            case TabOpening.Opened(var tab) -> tab;
            case TabOpening other -> throw new AssertionError("Not opened: " + other);
        };
    }

    private void showsTheTable() {
        SqlPage page = open(link("SELECT \"\" FROM hostile"));
        Locator search = page.page().getByLabel("Search tables and columns");
        search.fill("hostile");
        shows(page.page(), ".table-tree .tree-column span", HOSTILE, text -> text);
        search.fill(HOSTILE.getFirst() + "!");
        assertThat(page.page().getByText("No table or column has “" + HOSTILE.getFirst() + "!” in its name."))
                .isVisible();
        search.fill("");
        page.editor().click();
        page.page().keyboard().press("ControlOrMeta+Home");
        for (int i = 0; i < "SELECT \"".length(); i++) {
            page.page().keyboard().press("ArrowRight");
        }
        page.page().keyboard().press("Control+Space");
        shows(page.page(), ".cm-completionLabel", HOSTILE, text -> text);

        Page data = visitTall("data/hostile", WIDE);
        shows(data, ".column-name", HOSTILE, text -> text);
        shows(data, ".column-description", HOSTILE, text -> text);
        shows(data, ".answer-grid vaadin-grid-cell-content", HOSTILE, Harmless::line);
    }

    private OpenLake openLake() {
        LakeLocation location = LakeLocation.parse(settings.lake());
        return OpenLake.open(location, location, settings.home(), Map.of(), Clock.systemUTC());
    }

    /** Each column has a hostile name, a hostile description and, in its only row, a hostile value. */
    private static void load(OpenLake lake) throws IOException {
        Path file = Files.createTempFile("hostile-", ".json");
        try {
            var row = new LinkedHashMap<String, String>();
            HOSTILE.forEach(text -> row.put(text, text));
            Files.writeString(file, JSON.std.asString(row));
            List<TableLoad.Description> descriptions = HOSTILE.stream()
                    .map(text -> new TableLoad.Description(text, text))
                    .toList();
            new TableLoad(lake, Clock.systemUTC(), LoadProgress.SILENT)
                    .run(new TableLoad.Request(
                            "hostile",
                            List.of(file.toString()),
                            ReadOptions.NONE,
                            descriptions,
                            TableLoad.Existing.REFUSE));
        } finally {
            Files.delete(file);
        }
    }

    private static String link(String sql) {
        return "sql?q=" + encoded(sql);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
