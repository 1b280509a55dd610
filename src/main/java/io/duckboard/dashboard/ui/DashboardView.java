package io.duckboard.dashboard.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.client.RowsOutcome;
import io.duckboard.dashboard.TopLocations;
import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.format.Figures;
import io.duckboard.security.Asker;
import io.duckboard.security.Place;
import io.duckboard.sqlpage.download.ui.DownloadMenu;
import io.duckboard.ui.Moment;
import io.duckboard.ui.Notice;
import io.duckboard.ui.Progress;
import io.duckboard.ui.Questions;
import io.duckboard.ui.chart.ChartKind;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;

/** Shows the pickup locations with the most trips, as a chart and as a table. */
@Route("")
@StyleSheet("dashboard.css")
@JsModule("./chart/first-bars.ts")
@PageTitle("Trip Dashboard · Duckboard")
@Menu(title = "Dashboard", order = 0, icon = "icons/dashboard.svg")
final class DashboardView extends Div implements BeforeEnterObserver, AfterNavigationObserver {

    /** Without the ranking there is little to see. An engine that is warm on a busy machine answers it in that time. */
    private static final Duration WAIT_FOR_RANKING = Duration.ofMillis(150);

    /** Nobody notices it, and an engine that is warm answers several questions meanwhile. */
    private static final Duration WAIT_FOR_OVERVIEW = Duration.ofMillis(60);

    private final Questions questions;
    /** The dashboard that is the start page instead; may be empty. */
    private final String start;

    private final ViewFacts facts;
    private final Tiles tiles = new Tiles();
    private final LocationCountField field = new LocationCountField(this::changed);
    private final Progress progress = new Progress();
    private final Notice notice = new Notice(this::retry);
    private final ChartCard ranking = new ChartCard(LocationChart.TITLE);
    private final ChartCard map = new ChartCard(LocationMap.TITLE);
    private final DownloadMenu download;
    private final LocationTable table = new LocationTable();
    private final AnswerFoot foot;
    private final Overview overview;

    private int wanted = LocationCountField.FIRST;
    /** The ranking is asked for first. The overview follows, whether the ranking has succeeded or failed. */
    private boolean overviewDue = true;

    DashboardView(
            QueryService queries, Supplier<Asker> askers, Clock clock, @Value("${duckboard.start:}") String start) {
        this.start = start;
        Asker asker = askers.get();
        this.questions = new Questions(queries, Place.DASHBOARD);
        this.facts = new ViewFacts(clock, asker);
        this.download = new DownloadMenu(queries);
        download.setVisible(asker.may(Place.EXPORTS));
        this.foot = new AnswerFoot(asker);
        this.overview = new Overview(queries, tiles, map, facts);
        addClassNames("page", "dashboard");
        var header = new Header(new H1("Trip Dashboard"), facts);
        header.addClassName("page-header");
        ranking.addClassName("ranking-card");
        ranking.prepare(ChartKind.HORIZONTAL_BARS);
        map.addClassName("map-card");
        var charts = new Div(ranking, map);
        charts.addClassName("ranking-and-map");
        var rowsHeader = new Div(new H2("Ranking"), download);
        rowsHeader.addClassName("card-header");
        var rows = new Section(rowsHeader, table);
        rows.addClassNames("card", "card-of-rows", "ranking-rows");
        add(header, tiles, field, progress, notice, charts, rows, foot);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!start.isBlank()) {
            event.forwardTo("d/" + start.strip());
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            ask();
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        getUI().ifPresent(ui -> {
            var forOverview = new Moment(WAIT_FOR_OVERVIEW);
            questions.await(ui, new Moment(WAIT_FOR_RANKING));
            overview.await(ui, forOverview);
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        forgetQuestion();
        overview.forget();
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
        overviewDue = true;
        ask();
    }

    private void ask() {
        questions.forget();
        progress.start("Asking for the first " + Figures.count(wanted, "location") + " …");
        Request.Query query = TopLocations.query(wanted);
        questions.ask(this, query, outcome -> answered(query, outcome));
    }

    private void forgetQuestion() {
        questions.forget();
        progress.stop();
    }

    private void answered(Request.Query query, RowsOutcome outcome) {
        progress.stop();
        switch (outcome) {
            case QueryOutcome.Answered answered -> {
                show(query, answered);
                askOverview();
            }
            case QueryOutcome.Failed(var problem) -> {
                notice.show(message(problem), hint(problem));
                askOverview();
            }
            case QueryOutcome.Unreachable(var failure) -> unanswered(failure);
            case QueryOutcome.Limited(var failure, var _) -> unanswered(failure);
        }
    }

    /** The other questions would end in the same way. */
    private void unanswered(Failure failure) {
        notice.show(failure);
        if (overviewDue) {
            overview.lack(failure.message());
        }
    }

    private void askOverview() {
        if (overviewDue) {
            overviewDue = false;
            overview.ask(this);
        }
    }

    private void show(Request.Query query, QueryOutcome.Answered answered) {
        notice.clear();
        var top = TopLocations.of(answered.answer());
        facts.show(top.viewRows());
        tiles.show(top);
        ranking.show(LocationChart.of(top.locations()), shownOf(top));
        table.show(top.locations());
        download.show(query, "top pickup locations");
        foot.show(query, answered);
    }

    private String shownOf(TopLocations top) {
        if (top.viewRows() == 0) {
            return "The view is empty: the lake has no trips.";
        }
        return wanted > top.viewRows()
                ? "The view has " + Figures.count(top.viewRows(), "row") + ": all of them are here."
                : "";
    }

    private static String message(Problem problem) {
        return lacksView(problem)
                ? "This lake has no view " + TopLocations.VIEW + ", which this page shows."
                : problem.message();
    }

    private static String hint(Problem problem) {
        return lacksView(problem)
                ? "The command duckboard lake populate fills it with trips. What else it holds is on the Data page."
                : Notice.of(problem).hint();
    }

    private static boolean lacksView(Problem problem) {
        return problem.table().filter(TopLocations.VIEW::equals).isPresent();
    }
}
