package io.duckboard.sqlpage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.format.Figures;
import io.duckboard.sqlpage.download.DownloadFormat;
import io.duckboard.sqlpage.download.ui.DownloadMenu;
import io.duckboard.sqlpage.plan.ui.PlanPanel;
import io.duckboard.sqlpage.run.QueryRun;
import io.duckboard.ui.AnswerLine;
import io.duckboard.ui.chart.answer.ChartPanel;
import io.duckboard.ui.grid.ResultRows;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Shows an answer: its rows, a chart of them, the engine's plan, and the download of the whole answer as a file. */
final class ResultPanel extends Div {

    private final ResultRows rows = new ResultRows("Result");
    private final ChartPanel chart = new ChartPanel();
    private final PlanPanel plan;
    private final DownloadMenu download;
    private final Paragraph cut = new Paragraph();
    private final AnswerLine line = new AnswerLine();
    private final Tab rowsTab = new Tab("Rows");
    private final Tab chartTab = new Tab("Chart");
    private final Tab planTab = new Tab("Plan");
    private final Tabs tabs = new Tabs(rowsTab, chartTab, planTab);
    private final Map<Tab, Component> contents;
    private Optional<QueryOutcome.Answered> answer = Optional.empty();

    /** @param beside called with each further query about the answer, and how it ended */
    ResultPanel(QueryService queries, BiConsumer<Request.Query, QueryOutcome> beside) {
        this.plan = new PlanPanel(queries);
        this.download = new DownloadMenu(queries);
        this.contents = Map.of(rowsTab, rows, chartTab, chart, planTab, plan);
        plan.onOutcome(beside);
        download.onOutcome(beside);
        addClassName("result");
        cut.addClassName("cut-note");
        tabs.getElement().setAttribute("aria-label", "Views of the result");
        tabs.addSelectedChangeListener(_ -> showChosen());
        var bar = new Div(tabs, download);
        bar.addClassName("result-bar");
        add(bar, cut, rows, chart, plan, line);
        clear();
    }

    void clear() {
        answer = Optional.empty();
        setVisible(false);
    }

    /**
     * @param session the price of everything that was asked in this session, including this answer
     * @param name of the tab, for files
     */
    void show(QueryRun run, QueryOutcome.Answered answered, BigDecimal session, String name) {
        answer = Optional.of(answered);
        setVisible(true);
        rowsTab.setLabel("Rows " + Figures.count(answered.answer().rows().size()));
        rows.show(answered.answer());
        plan.show(run.query());
        download.show(run.query(), name);
        showCut(answered);
        line.show(answered, session);
        showChosen();
    }

    private void showChosen() {
        contents.forEach((tab, content) -> content.setVisible(tab.equals(tabs.getSelectedTab())));
        if (tabs.getSelectedTab().equals(chartTab)) {
            answer.ifPresent(answered -> chart.show(answered.answer()));
        }
    }

    private void showCut(QueryOutcome.Answered answered) {
        Truncation truncated = answered.answer().metadata().truncated();
        cut.setVisible(truncated != Truncation.NONE);
        String shown = Figures.count(answered.answer().rows().size(), "row");
        cut.removeAll();
        if (cut.isVisible()) {
            var whole = new Button("Download the whole answer", _ -> download.start(DownloadFormat.CSV));
            whole.setTooltipText("As CSV; the menu has other formats");
            whole.addThemeVariants(ButtonVariant.SMALL);
            cut.add(
                    new Span(
                            truncated == Truncation.LIMIT
                                    ? "Cut at " + shown + "."
                                    : "Cut at " + shown + ": more do not fit into the 6 MB of an answer."),
                    whole);
        }
    }
}
