package io.duckboard.dashboard.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.duckboard.Notice;
import io.duckboard.Progress;
import io.duckboard.chart.Chart;
import io.duckboard.dashboard.TopLocations;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.figures.Figures;
import io.duckboard.query.QueryOutcome;
import io.duckboard.query.QueryService;
import java.util.OptionalInt;

/** Trips by pickup location, the first few of them, as a chart and as a table. */
@Route("")
@PageTitle("Trip Dashboard · Duckboard")
@Menu(title = "Dashboard", order = 0, icon = "icons/dashboard.svg")
final class DashboardView extends Div {

    private final QueryService queries;
    private final Span viewRows = new Span();
    private final LocationCountField field = new LocationCountField(this::changed);
    private final Progress progress = new Progress();
    private final Notice notice = new Notice(this::retry);
    private final Paragraph shownOf = new Paragraph();
    private final Chart chart = new Chart();
    private final LocationTable table = new LocationTable();
    private final Paragraph status = new Paragraph();

    private int wanted = LocationCountField.FIRST;
    /** Counts the questions, so that an answer to an older one is known. */
    private long question;

    DashboardView(QueryService queries) {
        this.queries = queries;
        addClassName("page");
        viewRows.addClassName("page-facts");
        status.addClassName("status-line");
        status.getElement().setAttribute("role", "status");
        var header = new Header(new H1("Trip Dashboard"), viewRows);
        header.addClassName("page-header");
        var chartHeader = new Div(new H2(LocationChart.TITLE), shownOf);
        chartHeader.addClassName("card-header");
        var ranking = new Section(chartHeader, chart);
        ranking.addClassName("card");
        var rows = new Section(table);
        rows.addClassNames("card", "card-of-rows");
        add(header, field, progress, notice, ranking, rows, status);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            ask();
        }
    }

    private void changed(OptionalInt number) {
        if (number.isEmpty()) {
            forgetQuestion();
            return;
        }
        wanted = number.getAsInt();
        ask();
    }

    private void retry() {
        ask();
    }

    private void ask() {
        long asked = ++question;
        progress.start("Asking for the first " + Figures.count(wanted, "location") + " …");
        UI ui = getUI().orElseThrow();
        queries.ask(
                TopLocations.query(wanted),
                ui.accessLater((QueryOutcome outcome) -> answered(asked, outcome), () -> {}));
    }

    private void forgetQuestion() {
        question++;
        progress.stop();
    }

    private void answered(long asked, QueryOutcome outcome) {
        if (asked != question) {
            return;
        }
        progress.stop();
        switch (outcome) {
            case QueryOutcome.Answered answered -> show(answered);
            case QueryOutcome.Exported _ -> throw new IllegalStateException("This page asks for rows.");
            case QueryOutcome.Failed(var problem) -> notice.show(message(problem), hint(problem));
            case QueryOutcome.Unreachable(var message, var hint) -> notice.show(message, hint);
        }
    }

    private void show(QueryOutcome.Answered answered) {
        notice.clear();
        var top = TopLocations.of(answered.answer());
        viewRows.setText(Figures.count(top.viewRows(), "row") + " in the view");
        shownOf.setText(
                top.viewRows() == 0
                        ? "The view is empty: the lake has no trips."
                        : wanted > top.viewRows()
                                ? "The view has " + Figures.count(top.viewRows(), "row") + ": all of them are here."
                                : "");
        chart.show(LocationChart.of(top.locations()));
        table.show(top.locations());
        var metadata = answered.answer().metadata();
        status.setText("round trip %s · query %s · engine %s"
                .formatted(
                        Figures.time(answered.roundTrip()),
                        Figures.time(metadata.time()),
                        metadata.warm() ? "warm" : "cold"));
    }

    private static String message(Problem problem) {
        return lacksView(problem)
                ? "This lake has no view " + TopLocations.VIEW + ", which this page shows."
                : problem.message();
    }

    private static String hint(Problem problem) {
        return lacksView(problem)
                ? "The command duckboard lake populate fills it with trips. What else it holds is on the Data page."
                : problem.hint().orElse("Try again. Duckboard's log says more.");
    }

    private static boolean lacksView(Problem problem) {
        return problem.code() == ErrorCode.UNKNOWN_NAME && problem.message().contains(TopLocations.VIEW);
    }
}
