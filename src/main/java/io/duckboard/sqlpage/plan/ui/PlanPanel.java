package io.duckboard.sqlpage.plan.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.format.Figures;
import io.duckboard.security.Place;
import io.duckboard.sqlpage.plan.Explanation;
import io.duckboard.sqlpage.plan.Plan;
import io.duckboard.sqlpage.plan.PlanException;
import io.duckboard.sqlpage.plan.PlanText;
import io.duckboard.ui.Notice;
import io.duckboard.ui.Progress;
import io.duckboard.ui.Questions;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Shows how the engine answers a query. It asks for the plan only when someone wants it, because the query runs for
 * that.
 */
@StyleSheet("plan.css")
public final class PlanPanel extends Div {

    private static final String COST =
            "Runs the whole query once more, without a limit of rows, and measures each of its operators."
                    + " That takes as long, and costs as much, as all its rows.";

    private final QueryService queries;
    private final Questions questions;
    private final Button explain = new Button("Explain", _ -> explain());
    private final Button cancel;
    private final Progress progress = new Progress();
    private final Notice notice = new Notice(this::explain);
    private final Div result = new Div();
    private Optional<Request.Query> query = Optional.empty();
    private BiConsumer<Request.Query, QueryOutcome> listener = (_, _) -> {};

    public PlanPanel(QueryService queries) {
        this.queries = queries;
        this.questions = new Questions(queries, Place.SQL);
        this.cancel = new Button("Cancel", _ -> cancel());
        addClassName("plan-panel");
        explain.addThemeVariants(ButtonVariant.PRIMARY);
        // The style sheet shows the button only after a second.
        cancel.addClassName("after-a-second");
        var cost = new Paragraph(COST);
        cost.addClassName("remark");
        var actions = new Div(explain, cancel, cost);
        actions.addClassName("plan-actions");
        result.addClassName("plan-result");
        add(actions, progress, notice, result);
        clear();
    }

    /** Sets the query to explain, and drops the plan of the query before. */
    public void show(Request.Query asked) {
        clear();
        query = Optional.of(asked);
        explain.setEnabled(true);
    }

    /** Leaves nothing to explain, and cancels what is under way. */
    public void clear() {
        questions.forget();
        query = Optional.empty();
        end();
        explain.setEnabled(false);
        notice.clear();
        result.removeAll();
    }

    /**
     * Calls the listener when a question ends, since it costs as much as a query. The query that it passes is the one
     * that ran, with an EXPLAIN in front; the position of a problem refers to the query that was shown.
     */
    public void onOutcome(BiConsumer<Request.Query, QueryOutcome> told) {
        listener = told;
    }

    @Override
    protected void onDetach(DetachEvent event) {
        questions.forget();
        end();
    }

    private void explain() {
        Request.Query shown = query.orElseThrow();
        var explanation = new Explanation(shown, queries.places());
        notice.clear();
        result.removeAll();
        explain.setEnabled(false);
        cancel.setVisible(true);
        cancel.setEnabled(true);
        progress.start("The query is running …");
        Request.Query question = explanation.question();
        questions.ask(this, question, answer -> {
            end();
            RowsOutcome outcome = answer instanceof QueryOutcome.Failed(var problem)
                    ? new QueryOutcome.Failed(explanation.ofQuery(problem))
                    : answer;
            switch (outcome) {
                case QueryOutcome.Answered answered -> show(explanation, answered);
                case QueryOutcome.Failed(var problem) -> notice.show(problem.message(), hint(problem, shown.sql()));
                case QueryOutcome.Unreachable(var failure) -> notice.show(failure);
                case QueryOutcome.Limited(var failure, var _) -> notice.show(failure);
            }
            listener.accept(question, outcome);
        });
    }

    private void cancel() {
        cancel.setEnabled(false);
        questions.cancel();
    }

    private void end() {
        progress.stop();
        cancel.setVisible(false);
        explain.setEnabled(query.isPresent());
    }

    private void show(Explanation explanation, QueryOutcome.Answered answered) {
        Plan plan;
        try {
            plan = explanation.plan(answered.answer());
        } catch (PlanException e) {
            notice.show(
                    String.valueOf(e.getMessage()), "Run it with EXPLAIN ANALYZE in front to see it as DuckDB's text.");
            return;
        }
        var grid = new PlanGrid();
        grid.show(plan.rows());
        var card = new Section(grid);
        card.addClassNames("card", "card-of-rows");
        String text = new PlanText(plan).toString();
        var asText = new NativeDetails("Plan as text", new Pre(text));
        asText.addClassName("plan-text");
        result.add(facts(plan, answered), card, copy(text), asText);
    }

    private static Paragraph facts(Plan plan, QueryOutcome.Answered answered) {
        var parts = new ArrayList<String>();
        parts.add(Figures.fineTime(plan.total()) + " in all");
        plan.bytesRead().ifPresent(bytes -> parts.add(Figures.size(bytes) + " read from files"));
        parts.add(Figures.price(answered.answer().metadata().usage().estimatedUsd()));
        parts.add("times of operators add up over threads");
        var facts = new Paragraph(String.join(" · ", parts));
        facts.addClassName("status-line");
        facts.getElement().setAttribute("role", "status");
        return facts;
    }

    private static Div copy(String text) {
        var said = new Span();
        said.addClassName("remark");
        said.getElement().setAttribute("role", "status");
        var button = new Button("Copy as text");
        Clipboard.onClick(button)
                .writeText(
                        text,
                        _ -> said.setText("Copied."),
                        _ -> said.setText("The browser does not let a page copy. Open the text below and copy it."));
        var copy = new Div(button, said);
        copy.addClassName("plan-actions");
        return copy;
    }

    private static String hint(Problem problem, String sql) {
        if (problem.position().isEmpty()) {
            return Notice.of(problem).hint();
        }
        String before = sql.substring(0, Math.min(problem.position().getAsInt(), sql.length()));
        long line = before.chars().filter(character -> character == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        return "Line " + line + ", column " + column
                + problem.hint().map(text -> ". " + text).orElse(".");
    }
}
