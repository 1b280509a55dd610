package io.duckboard.ui.grid;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.format.Figures;
import java.time.Duration;

/** Shows an answer's rows, with tools to filter, sort, copy and sum them up. */
public final class ResultRows extends Composite<Div> {

    /** A filter applies after a pause of this length. */
    private static final Duration TYPED = Duration.ofMillis(250);

    private final AnswerGrid grid;
    private final TextField filter = new TextField();
    private final Toggle columnFilters;
    private final Span count = new Span();
    private final Button copy = new Button("Copy ▾");
    private final Toggle columns = new Toggle("Columns ▾", _ -> tell());
    private final Div actions = new Div(copy, columns);
    private final ColumnSummaryPanel summaries = new ColumnSummaryPanel();

    /** @param label what the rows are, for screen readers */
    public ResultRows(String label) {
        grid = new AnswerGrid(label);
        grid.onChange(this::tell);
        columnFilters = new Toggle("Filter columns", grid::offerColumnFilters);
        filter.setPlaceholder("Filter shown rows");
        filter.setAriaLabel("Filter shown rows");
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.setValueChangeTimeout(Math.toIntExact(TYPED.toMillis()));
        filter.addValueChangeListener(change -> grid.filter(change.getValue()));
        new CopyMenu(grid).on(copy);
        count.addClassName("shown-count");
        count.getElement().setAttribute("role", "status");
        actions.addClassName("row-actions");
        summaries.setVisible(false);
        var tools = new Div(filter, columnFilters, count, actions);
        tools.addClassName("row-tools");
        getContent().addClassName("result-rows");
        getContent().add(tools, summaries, grid);
    }

    /** Replaces the shown answer, without a filter or an order. */
    public void show(Answer.Rows answer) {
        grid.show(answer);
        filter.clear();
    }

    public void clear() {
        grid.clear();
        filter.clear();
    }

    /** Adds something beside the menus, such as a download. */
    public void addAction(Component action) {
        actions.addComponentAsFirst(action);
    }

    private void tell() {
        count.setText(grid.shown().map(this::words).orElse(""));
        boolean isOpen = columns.isOpen() && grid.shown().isPresent();
        if (isOpen) {
            summaries.show(grid.shown().orElseThrow());
        }
        summaries.setVisible(isOpen);
    }

    private String words(ShownRows rows) {
        String passing = rows.filter().isNone()
                ? Figures.count(rows.total(), "row")
                : Figures.count(rows.size()) + " of " + Figures.count(rows.total(), "shown row");
        return grid.selected() == 0 ? passing : passing + " · " + Figures.count(grid.selected()) + " selected";
    }
}
