package io.duckboard.sqlpage.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import io.duckboard.client.CancelOutcome;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import io.duckboard.security.Owner;
import io.duckboard.sqlpage.editor.ui.RunAsked;
import io.duckboard.sqlpage.editor.ui.SqlEditor;
import io.duckboard.sqlpage.run.QueryRun;
import io.duckboard.sqlpage.run.QueryRuns;
import io.duckboard.sqlpage.run.RunSource;
import io.duckboard.sqlpage.tab.EditorTab;
import io.duckboard.ui.Progress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Runs what is asked in the tab in front, and shows its progress and its outcome. */
final class RunDesk extends Div {

    private final QueryRuns runs;
    private final Owner owner;
    private final SqlSession session;
    private final SqlEditor editor;
    private final Clock clock;
    private final RunBar bar;
    private final Progress progress = new Progress();
    private final ErrorPanel errors;
    private final ResultPanel result;
    private Optional<QueryRun> shown = Optional.empty();
    private String name = "";

    RunDesk(
            QueryRuns runs,
            Owner owner,
            SqlSession session,
            SqlEditor editor,
            RunBar bar,
            ResultPanel result,
            Clock clock) {
        this.runs = runs;
        this.owner = owner;
        this.session = session;
        this.editor = editor;
        this.bar = bar;
        this.result = result;
        this.clock = clock;
        this.errors = new ErrorPanel(editor::run);
        addClassName("run-desk");
        add(progress, errors, result);
    }

    /** Switches to another tab in front and shows the query that runs in it, or has run in it recently. */
    void show(EditorTab tab) {
        name = tab.name();
        result.clear();
        follow(runs.of(owner, tab.id()));
    }

    /** Runs the query, or asks first if the tab's last query is still running. */
    void run(RunAsked asked, EditorTab tab, Map<String, Parameter> parameters) {
        Request.Query query = Request.Query.of(asked.sql())
                .limit(bar.limit())
                .format(RowFormat.ROWS)
                .parameters(parameters);
        var source = new RunSource(owner, tab.id(), asked.start(), asked.line(), asked.column());
        Optional<QueryRun> running = runs.of(owner, tab.id()).filter(QueryRun::isRunning);
        if (running.isPresent()) {
            askToReplace(running.get(), query, source);
        } else {
            start(query, source);
        }
    }

    void cancel() {
        shown.filter(QueryRun::isRunning).ifPresent(this::end);
    }

    void say(String message, String hint) {
        errors.show(new Failure(message, hint));
    }

    private void askToReplace(QueryRun running, Request.Query query, RunSource source) {
        var dialog = new ConfirmDialog();
        dialog.setHeader("This tab's query is still running");
        dialog.setText("Cancel it, and run the other one? A query in another tab would not disturb it.");
        dialog.setConfirmText("Cancel it and run");
        dialog.setCancelText("Let it run");
        dialog.setCancelable(true);
        dialog.addConfirmListener(_ -> {
            var _ = runs.cancel(running);
            start(query, source);
        });
        dialog.open();
    }

    private void start(Request.Query query, RunSource source) {
        QueryRun run = runs.start(query, source);
        run.whenEnded(session::pay);
        follow(Optional.of(run));
    }

    private void follow(Optional<QueryRun> run) {
        shown = run;
        errors.clear();
        editor.clear();
        if (run.isEmpty()) {
            bar.ended();
            progress.stop();
        } else if (run.get().isRunning()) {
            bar.running(Duration.between(run.get().startedAt(), clock.instant()));
            progress.start("The query is running …");
            UI ui = getUI().orElseThrow();
            run.get().whenEnded(ui.accessLater((RowsOutcome outcome) -> ended(run.get(), outcome), () -> {}));
        } else {
            run.get().whenEnded(outcome -> ended(run.get(), outcome));
        }
    }

    private void ended(QueryRun run, RowsOutcome outcome) {
        if (shown.filter(run::equals).isEmpty()) {
            return;
        }
        bar.ended();
        progress.stop();
        switch (outcome) {
            case QueryOutcome.Answered answered -> result.show(run, answered, session.price(), name);
            case QueryOutcome.Failed failed -> {
                result.clear();
                errors.show(failed, run.query().sql(), run.source());
                failed.problem()
                        .position()
                        .ifPresent(position -> editor.underline(
                                run.source().start(),
                                position,
                                failed.problem().message(),
                                failed.problem().hint()));
            }
            case QueryOutcome.Unreachable(var failure) -> unanswered(failure);
            case QueryOutcome.Limited(var failure, var _) -> unanswered(failure);
        }
    }

    private void unanswered(Failure failure) {
        result.clear();
        errors.show(failure);
    }

    private void end(QueryRun run) {
        bar.ending();
        UI ui = getUI().orElseThrow();
        var _ = runs.cancel(run).thenAccept(ui.accessLater(outcome -> told(run, outcome), () -> {}));
    }

    private void told(QueryRun run, CancelOutcome outcome) {
        if (outcome instanceof CancelOutcome.NotSent(var failure)
                && shown.filter(run::equals).isPresent()
                && run.isRunning()) {
            errors.show(failure);
            bar.running(Duration.between(run.startedAt(), clock.instant()));
        }
    }
}
