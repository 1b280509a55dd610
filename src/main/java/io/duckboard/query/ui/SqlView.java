package io.duckboard.query.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
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
import io.duckboard.query.Vocabulary;
import io.duckboard.query.editor.ui.RunAsked;
import io.duckboard.query.editor.ui.SqlEditor;

/** Any SELECT, typed in or brought by the address ({@code ?q=}); nothing runs before someone says so. */
@Route("sql")
@PageTitle("SQL · Duckboard")
@Menu(title = "SQL", order = 1, icon = "icons/sql.svg")
final class SqlView extends Div implements BeforeEnterObserver {

    private static final int MOST_ROWS = 100;

    private final Questions questions;
    private final Questions vocabulary;
    private final SqlEditor editor = new SqlEditor();
    private final Button run = new Button("Run", _ -> editor.run());
    private final Button format = new Button("Format", _ -> editor.format());
    private final Button cancel = new Button("Cancel", _ -> cancel());
    private final Progress progress = new Progress();
    private final Notice notice = new Notice(editor::run);
    private final Pre place = new Pre();
    private final AnswerGrid grid = new AnswerGrid("Result");
    private final Section result = new Section(grid);
    private final AnswerLine line = new AnswerLine();

    SqlView(QueryService queries) {
        this.questions = new Questions(queries);
        this.vocabulary = new Questions(queries);
        addClassName("page");
        var header = new Header(new H1("SQL"));
        header.addClassName("page-header");
        editor.addClassName("sql-editor");
        editor.onRun(this::run);
        editor.onFormatFailed(_ -> notice.show("This is no SQL that can be laid out.", "Mend it first: run it."));
        var hint = new Paragraph("Ctrl+Enter or ⌘+Enter runs the selection, or the statement at the cursor. At most "
                + MOST_ROWS + " rows are shown.");
        hint.addClassName("remark");
        run.addThemeVariants(ButtonVariant.PRIMARY);
        cancel.setEnabled(false);
        var actions = new Div(run, cancel, format);
        actions.addClassName("sql-actions");
        place.addClassName("error-place");
        place.setVisible(false);
        result.addClassNames("card", "card-of-rows");
        result.setVisible(false);
        add(header, editor, hint, actions, progress, notice, place, result, line);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("q").ifPresent(text -> editor.show("", text));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        // Who types may do so without it, so nobody is told if it cannot be had.
        vocabulary.ask(this, Vocabulary.question(), outcome -> {
            if (outcome instanceof QueryOutcome.Answered(var answer, var roundTrip)) {
                editor.learn(Vocabulary.of(answer));
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        questions.forget();
        vocabulary.forget();
    }

    private void run(RunAsked asked) {
        if (asked.sql().isBlank()) {
            editor.focus();
            return;
        }
        questions.forget();
        clear();
        cancel.setEnabled(true);
        progress.start("The query is running …");
        questions.ask(this, Request.Query.of(asked.sql()).limit(MOST_ROWS).format(RowFormat.ROWS), outcome -> {
            progress.stop();
            cancel.setEnabled(false);
            switch (outcome) {
                case QueryOutcome.Answered answered -> show(answered);
                case QueryOutcome.Exported _ -> throw new IllegalStateException("This page asks for rows.");
                case QueryOutcome.Failed failed -> show(failed, asked);
                case QueryOutcome.Unreachable(var message, var hint) -> notice.show(message, hint);
            }
        });
    }

    private void cancel() {
        cancel.setEnabled(false);
        questions.cancel();
    }

    private void clear() {
        editor.clear();
        notice.clear();
        place.setVisible(false);
    }

    private void show(QueryOutcome.Answered answered) {
        grid.show(answered.answer());
        result.setVisible(true);
        line.show(answered);
    }

    private void show(QueryOutcome.Failed failed, RunAsked asked) {
        Problem problem = failed.problem();
        if (problem.position().isEmpty()) {
            notice.show(failed);
            return;
        }
        int position = problem.position().getAsInt();
        ErrorPlace at = ErrorPlace.of(asked.sql(), position).after(asked.line(), asked.column());
        notice.show(
                problem.message(),
                "Line " + at.line() + ", column " + at.column()
                        + problem.hint().map(hint -> ". " + hint).orElse("."));
        editor.underline(asked.start(), position, problem.message(), problem.hint());
        place.setText(at.excerpt());
        place.setVisible(true);
    }
}
