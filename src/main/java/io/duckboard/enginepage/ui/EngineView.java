package io.duckboard.enginepage.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.duckboard.calls.Budget;
import io.duckboard.calls.CallCounts;
import io.duckboard.calls.CallLog;
import io.duckboard.calls.Spending;
import io.duckboard.calls.Window;
import io.duckboard.client.EngineFacts;
import io.duckboard.client.FinishedCall;
import io.duckboard.client.QueryService;
import io.duckboard.engine.local.Workers;
import io.duckboard.format.Figures;
import io.duckboard.limit.Limits;
import io.duckboard.security.Asker;
import io.duckboard.security.Place;
import io.duckboard.ui.FactList;
import io.duckboard.ui.chart.Chart;
import io.duckboard.ui.chart.ChartKind;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Shows which engine answers, what became of its calls and what they cost. It asks the engine nothing: a function that
 * nobody needs should sleep. While it is open, it follows the calls that others make.
 */
@Route("engine")
@StyleSheet("engine.css")
@PageTitle("Engine · Duckboard")
@Menu(title = "Engine", order = 4, icon = "icons/engine.svg")
final class EngineView extends Div {

    private static final int MB = 1_000_000;

    private final QueryService queries;
    private final CallLog calls;
    private final Spending spending;
    private final Budget budget;
    private final Limits limits;
    private final Supplier<Asker> askers;
    private final Clock clock;
    private final Paragraph warning = new Paragraph();
    private final Tiles tiles = new Tiles();
    private final Select<Window> window = new Select<>();
    private final Chart chart = new Chart();
    private final CallTable table = new CallTable();
    private final Paragraph none = new Paragraph("Nobody has asked the engine since Duckboard was started.");
    private final FactList facts = new FactList();
    private final LimitList limitList = new LimitList();
    private final ErrorList errors;
    private Runnable stopListening = () -> {};

    EngineView(
            QueryService queries,
            CallLog calls,
            Spending spending,
            Budget budget,
            Limits limits,
            Supplier<Asker> askers,
            Clock clock) {
        this.queries = queries;
        this.calls = calls;
        this.spending = spending;
        this.budget = budget;
        this.limits = limits;
        this.askers = askers;
        this.clock = clock;
        this.errors = new ErrorList(askers.get().may(Place.ENGINE_ERRORS));
        addClassName("page");
        var about = new Span(queries.engine());
        about.addClassName("page-facts");
        var header = new Header(new H1("Engine"), about);
        header.addClassName("page-header");
        warning.addClassName("budget-warning");
        warning.getElement().setAttribute("role", "status");
        window.setItems(Window.values());
        window.setItemLabelGenerator(Window::words);
        window.setAriaLabel("Time");
        window.setValue(Window.HOUR);
        window.addValueChangeListener(_ -> show());
        chart.prepare(ChartKind.STACKED);
        none.addClassName("remark");
        facts.addClassName("engine-facts");
        var callsHeader = new Div(new H2("Calls by the way they ended"), window);
        callsHeader.addClassName("card-header");
        var callsCard = new Section(callsHeader, none, chart, table);
        callsCard.addClassNames("card", "calls-card");
        var beside = new Div(card("This engine", facts), card("Your limits", limitList));
        beside.addClassName("engine-cards");
        add(header, warning, tiles, callsCard, beside, card("Last errors", errors));
    }

    private static Section card(String title, Div content) {
        var header = new Div(new H2(title));
        header.addClassName("card-header");
        var card = new Section(header, content);
        card.addClassName("card");
        return card;
    }

    private static Section card(String title, FactList content) {
        return card(title, new Div(content));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        show();
        var isDue = new AtomicBoolean();
        Consumer<FinishedCall> told = event.getUI()
                .accessLater(
                        (FinishedCall _) -> {
                            isDue.set(false);
                            show();
                        },
                        () -> {});
        // If calls end faster than the page is drawn, it is drawn once for several of them.
        stopListening = queries.onFinished(call -> {
            if (!isDue.getAndSet(true)) {
                told.accept(call);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopListening.run();
    }

    private void show() {
        CallCounts counts = calls.counts(window.getValue());
        tiles.show(counts);
        tiles.show(spending, budget);
        warn(spending.month());
        none.setVisible(counts.all() == 0);
        chart.show(CallChart.of(counts, window.getValue()));
        table.show(counts);
        showFacts(queries.facts());
        showLimits();
        errors.show(calls.errors(), clock.instant());
    }

    private void warn(BigDecimal month) {
        String of = budget.budgetUsd().map(Figures::price).orElse("");
        switch (budget.state(month)) {
            case WITHIN -> warning.setVisible(false);
            case NEARLY_USED -> warn("Four fifths of this month's budget of " + of + " are used.");
            case EXCEEDED -> warn("This month's budget of " + of + " is used up. Duckboard goes on answering.");
        }
    }

    private void warn(String sentence) {
        warning.setText(sentence);
        warning.setVisible(true);
    }

    private void showLimits() {
        Asker asker = askers.get();
        limitList.show(limits.of(asker), limits.usedToday(asker), limits.toTheNextDay());
    }

    private void showFacts(EngineFacts known) {
        facts.removeAll();
        facts.add("Engine", known.description());
        facts.add("Version", calls.last().map(CallLog.LastAnswer::version).orElse("known after the first answer"));
        facts.add(
                "Where",
                switch (known.where()) {
                    case HERE -> "on this machine; prices are what AWS would take";
                    case ON_AWS -> "AWS Lambda, " + known.region();
                });
        known.memoryMegabytes()
                .ifPresent(megabytes -> facts.add("Memory of a worker", Figures.size((long) megabytes * MB)));
        facts.add(
                "Warm workers",
                known.workers()
                        .map(EngineView::words)
                        .orElseGet(() -> calls.last()
                                .map(last -> last.warm() ? "warm at its last answer" : "cold at its last answer")
                                .orElse("not asked yet")));
    }

    private static String words(Workers workers) {
        return "%d of at most %d, %d busy, %s waiting"
                .formatted(workers.ready(), workers.most(), workers.busy(), Figures.count(workers.waiting(), "call"));
    }
}
