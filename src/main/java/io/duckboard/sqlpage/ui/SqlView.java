package io.duckboard.sqlpage.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.duckboard.client.QueryService;
import io.duckboard.client.Vocabulary;
import io.duckboard.security.Asker;
import io.duckboard.security.Owner;
import io.duckboard.sqlpage.editor.Example;
import io.duckboard.sqlpage.editor.ui.RunAsked;
import io.duckboard.sqlpage.editor.ui.SqlEditor;
import io.duckboard.sqlpage.editor.ui.TablesPanel;
import io.duckboard.sqlpage.history.History;
import io.duckboard.sqlpage.history.ui.HistoryPanel;
import io.duckboard.sqlpage.link.QueryLink;
import io.duckboard.sqlpage.parameter.SqlParameters;
import io.duckboard.sqlpage.parameter.ui.ParameterFields;
import io.duckboard.sqlpage.run.QueryRuns;
import io.duckboard.sqlpage.saved.SavedQueries;
import io.duckboard.sqlpage.saved.ui.SavedPanel;
import io.duckboard.sqlpage.tab.EditorTab;
import io.duckboard.sqlpage.tab.EditorTabs;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes any SELECT, typed in or from the address ({@code ?q=}). Nothing runs before someone says so. */
@Route("sql")
@PageTitle("SQL · Duckboard")
@Menu(title = "SQL", order = 1, icon = "icons/sql.svg")
@StyleSheet("sql.css")
final class SqlView extends Div implements BeforeEnterObserver {

    private final Owner owner;
    private final History history;
    private final SavedQueries saved;
    private final Clock clock;
    private final SqlEditor editor = new SqlEditor();
    private final ParameterFields parameters = new ParameterFields(this::keepParameters);
    private final RunBar bar;
    private final TabDesk tabs;
    private final RunDesk runs;

    private Optional<QueryLink> brought = Optional.empty();

    SqlView(
            QueryService queries,
            QueryRuns queryRuns,
            EditorTabs editorTabs,
            History history,
            SavedQueries saved,
            SqlSession session,
            Supplier<Asker> askers,
            Clock clock) {
        this.owner = askers.get().keeper();
        this.history = history;
        this.saved = saved;
        this.clock = clock;
        this.bar = new RunBar(editor::run, this::cancel, editor::format, this::limit);
        var result = new ResultPanel(queries, (query, outcome) -> {
            queryRuns.record(owner, query, outcome);
            session.pay(outcome);
        });
        this.runs = new RunDesk(queryRuns, owner, session, editor, bar, result, clock);
        this.tabs = new TabDesk(editorTabs, owner, session, editor, this::inFront);
        var tables = new TablesPanel(queries, this::learn, editor::insert, this::open);
        addClassNames("page", "sql-page");
        editor.onRun(this::run);
        editor.onStatementChanged(event -> parameters.show(SqlParameters.of(event.sql())));
        editor.onFormatFailed(
                _ -> runs.say("This is no SQL that can be laid out.", "Run it to see where it is wrong."));
        var main = new Div(tabs, parameters, bar, runs);
        main.addClassName("sql-main");
        var side = new Div(tables);
        side.addClassName("sql-side");
        var columns = new Div(side, main);
        columns.addClassName("sql-columns");
        add(header(), columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        brought = QueryLink.read(event.getLocation().getQueryParameters().getParameters());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        // The link has been used: after a reload, the page shows the tab with what was typed since.
        getElement().executeJs("history.replaceState(history.state, '', location.pathname)");
        tabs.show();
        brought.ifPresent(this::open);
        brought = Optional.empty();
    }

    private Header header() {
        var actions = new Div(
                new Button("Tables", _ -> toggleTables()),
                new Button("Saved", _ -> showSaved()),
                new Button("History", _ -> showHistory()),
                new Button("Share", _ -> share()));
        actions.addClassName("page-actions");
        var header = new Header(new H1("SQL"), actions);
        header.addClassName("page-header");
        return header;
    }

    private void open(QueryLink link) {
        tabs.open(Optional.of("Shared query"), link.sql());
        if (!link.parameters().isEmpty()) {
            parameters.restore(KeptParameters.typed(link.parameters()));
            link.parameters().stream()
                    .filter(parameter -> parameter.type().isEmpty())
                    .forEach(parameter -> parameters.set(parameter.name(), parameter.value()));
            keepParameters();
        }
    }

    private void open(Example example) {
        tabs.open(Optional.of(example.title()), example.sql());
    }

    private void learn(Vocabulary vocabulary) {
        editor.learn(vocabulary);
        parameters.learn(vocabulary);
    }

    private void keepParameters() {
        tabs.change(tab -> tab.parameters(KeptParameters.of(parameters.entries())));
    }

    private void inFront(EditorTab tab) {
        bar.showLimit(tab.limit());
        parameters.restore(KeptParameters.entries(tab.parameters()));
        runs.show(tab);
    }

    private void run(RunAsked asked) {
        if (asked.sql().isBlank()) {
            runs.say("There is nothing to run.", "Type a SELECT, or choose an example.");
            editor.focus();
            return;
        }
        parameters.values(SqlParameters.of(asked.sql())).ifPresent(values -> runs.run(asked, tabs.front(), values));
    }

    private void cancel() {
        runs.cancel();
    }

    private void limit(int rows) {
        tabs.change(tab -> tab.limit(rows));
    }

    private void toggleTables() {
        setClassName("sql-tables-toggled", !hasClassName("sql-tables-toggled"));
    }

    private void share() {
        QueryLink.of(editor.text(), KeptParameters.of(parameters.entries()))
                .address()
                .ifPresentOrElse(
                        address -> new ShareDialog(address).open(),
                        () -> runs.say(
                                "This is too long for a link.",
                                "Save it, and export it as a .sql file from Saved instead."));
    }

    private void showHistory() {
        var dialog = new Dialog();
        dialog.setHeaderTitle("History");
        dialog.add(new HistoryPanel(history, clock, owner, sql -> {
            dialog.close();
            tabs.open(Optional.of("From history"), sql);
        }));
        show(dialog);
    }

    private void showSaved() {
        var dialog = new Dialog();
        dialog.setHeaderTitle("Saved queries");
        dialog.add(new SavedPanel(saved, owner, editor::text, query -> {
            dialog.close();
            tabs.open(Optional.of(query.name()), query.sql());
        }));
        show(dialog);
    }

    private static void show(Dialog dialog) {
        dialog.addClassName("sql-dialog");
        dialog.setWidth("min(60rem, 94vw)");
        dialog.setMaxHeight("90vh");
        dialog.getFooter().add(new Button("Close", _ -> dialog.close()));
        dialog.open();
    }
}
