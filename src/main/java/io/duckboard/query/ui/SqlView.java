package io.duckboard.query.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.duckboard.AnswerLine;
import io.duckboard.Notice;
import io.duckboard.Progress;
import io.duckboard.Questions;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import io.duckboard.grid.AnswerGrid;
import io.duckboard.query.QueryOutcome;
import io.duckboard.query.QueryService;

/** Any SELECT, typed in or brought by the address ({@code ?q=}); nothing runs before someone says so. */
@Route("sql")
@PageTitle("SQL · Duckboard")
@Menu(title = "SQL", order = 1, icon = "icons/sql.svg")
final class SqlView extends Div implements BeforeEnterObserver {

    private static final int MOST_ROWS = 100;

    private final Questions questions;
    private final TextArea sql = new TextArea();
    private final Button run = new Button("Run", _ -> run());
    private final Button cancel = new Button("Cancel", _ -> cancel());
    private final Progress progress = new Progress();
    private final Notice notice = new Notice(this::run);
    private final Pre place = new Pre();
    private final AnswerGrid grid = new AnswerGrid("Result");
    private final Section result = new Section(grid);
    private final AnswerLine line = new AnswerLine();

    SqlView(QueryService queries) {
        this.questions = new Questions(queries);
        addClassName("page");
        var header = new Header(new H1("SQL"));
        header.addClassName("page-header");
        sql.addClassName("sql-text");
        sql.setAriaLabel("SQL");
        sql.setPlaceholder("SELECT …");
        sql.setMaxLength(Request.Query.MAX_SQL_BYTES);
        sql.setMinRows(6);
        sql.setMaxRows(20);
        sql.getElement().setAttribute("spellcheck", "false");
        sql.setHelperText("Ctrl+Enter or ⌘+Enter runs it and shows at most " + MOST_ROWS + " rows.");
        run.addThemeVariants(ButtonVariant.PRIMARY);
        // With the focus taken off for a moment, so that what was typed last has been sent.
        run.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).resetFocusOnActiveElement();
        run.addClickShortcut(Key.ENTER, KeyModifier.META).resetFocusOnActiveElement();
        cancel.setEnabled(false);
        var actions = new Div(run, cancel);
        actions.addClassName("sql-actions");
        place.addClassName("error-place");
        place.setVisible(false);
        result.addClassNames("card", "card-of-rows");
        result.setVisible(false);
        add(header, sql, actions, progress, notice, place, result, line);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("q").ifPresent(sql::setValue);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        questions.forget();
    }

    private void run() {
        String text = sql.getValue();
        if (text.isBlank()) {
            sql.focus();
            return;
        }
        questions.forget();
        clear();
        cancel.setEnabled(true);
        progress.start("The query is running …");
        questions.ask(this, Request.Query.of(text).limit(MOST_ROWS).format(RowFormat.ROWS), outcome -> {
            progress.stop();
            cancel.setEnabled(false);
            switch (outcome) {
                case QueryOutcome.Answered answered -> show(answered);
                case QueryOutcome.Exported _ -> throw new IllegalStateException("This page asks for rows.");
                case QueryOutcome.Failed failed -> show(failed, text);
                case QueryOutcome.Unreachable(var message, var hint) -> notice.show(message, hint);
            }
        });
    }

    private void cancel() {
        cancel.setEnabled(false);
        questions.cancel();
    }

    private void clear() {
        notice.clear();
        place.setVisible(false);
    }

    private void show(QueryOutcome.Answered answered) {
        grid.show(answered.answer());
        result.setVisible(true);
        line.show(answered);
    }

    private void show(QueryOutcome.Failed failed, String text) {
        Problem problem = failed.problem();
        if (problem.position().isEmpty()) {
            notice.show(failed);
            return;
        }
        ErrorPlace at = ErrorPlace.of(text, problem.position().getAsInt());
        notice.show(
                problem.message(),
                "Line " + at.line() + ", column " + at.column()
                        + problem.hint().map(hint -> ". " + hint).orElse("."));
        place.setText(at.excerpt());
        place.setVisible(true);
    }
}
