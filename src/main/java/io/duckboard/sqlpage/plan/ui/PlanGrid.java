package io.duckboard.sqlpage.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.duckboard.format.Figures;
import io.duckboard.sqlpage.plan.OperatorWords;
import io.duckboard.sqlpage.plan.PlanDetail;
import io.duckboard.sqlpage.plan.PlanNode;
import io.duckboard.sqlpage.plan.PlanRow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Shows the operators of a plan, each below the operator that it feeds. */
final class PlanGrid extends Composite<TreeGrid<PlanRow>> {

    /** More rows than these scroll inside the grid. */
    private static final int ROWS_AT_ONCE = 30;

    private final TreeGrid<PlanRow> grid = new TreeGrid<>();

    PlanGrid() {
        grid.addClassName("plan-grid");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", "Operators, each under the one that it feeds");
        grid.addComponentHierarchyColumn(PlanGrid::operator)
                .setHeader("Operator")
                .setWidth("14rem")
                .setFlexGrow(3)
                .setResizable(true);
        grid.addComponentColumn(PlanGrid::share)
                .setHeader("Share of time")
                .setWidth("8.5rem")
                .setFlexGrow(2);
        number(grid.addColumn(row -> Figures.fineTime(row.node().time())), "Time", "5rem");
        number(grid.addColumn(row -> Figures.count(row.node().rows())), "Rows out", "6rem");
        number(grid.addColumn(PlanGrid::bytes), "Bytes out", "6rem");
        grid.addColumn(toggle()).setHeader("About").setWidth("5.5rem").setFlexGrow(0);
        grid.setItemDetailsRenderer(new ComponentRenderer<>(PlanGrid::details));
        grid.setDetailsVisibleOnClick(false);
    }

    @Override
    protected TreeGrid<PlanRow> initContent() {
        return grid;
    }

    void show(PlanRow root) {
        grid.setItems(List.of(root), PlanRow::children);
        List<PlanRow> all = all(root).toList();
        grid.expand(all);
        grid.setAllRowsVisible(all.size() <= ROWS_AT_ONCE);
    }

    private static Stream<PlanRow> all(PlanRow row) {
        return Stream.concat(Stream.of(row), row.children().stream().flatMap(PlanGrid::all));
    }

    private static void number(Grid.Column<PlanRow> column, String header, String width) {
        column.setHeader(header).setWidth(width).setFlexGrow(0).setTextAlign(ColumnTextAlign.END);
    }

    private static Component operator(PlanRow row) {
        var words = new Span(OperatorWords.of(row.node().operator()));
        words.addClassName("plan-words");
        var name = new Span(row.node().operator());
        name.addClassName("plan-name");
        var operator = new Span(words, name);
        operator.addClassName("plan-operator");
        if (row.isSlow()) {
            var slow = new Span("slow");
            slow.addClassName("plan-slow");
            operator.add(slow);
        }
        operator.setTitle(row.node().operator());
        return operator;
    }

    private static Component share(PlanRow row) {
        var fill = new Div();
        fill.getStyle().setWidth(String.format(Locale.ROOT, "%.2f%%", row.share() * 100));
        var track = new Div(fill);
        track.addClassName("plan-track");
        track.getElement().setAttribute("aria-hidden", "true");
        var percent = new Span(Figures.share(row.share()));
        percent.addClassName("plan-percent");
        var share = new Div(track, percent);
        share.addClassName("plan-share");
        if (row.isSlow()) {
            share.addClassName("plan-share-slow");
        }
        return share;
    }

    private static String bytes(PlanRow row) {
        PlanNode node = row.node();
        return node.bytes().isPresent() ? Figures.size(node.bytes().getAsLong()) : "unknown";
    }

    /** The browser draws the button, so that it stays the same one and keeps the focus when its row is drawn again. */
    private LitRenderer<PlanRow> toggle() {
        return LitRenderer.<PlanRow>of("""
                        <vaadin-button theme="small tertiary" ?hidden="${item.none}" aria-label="${item.label}"
                          aria-expanded="${item.shown}" @click="${toggle}">Details</vaadin-button>""")
                .withProperty("none", row -> row.node().details().isEmpty())
                .withProperty(
                        "label",
                        row -> "Details of " + OperatorWords.of(row.node().operator()))
                .withProperty("shown", row -> Boolean.toString(grid.isDetailsVisible(row)))
                .withFunction("toggle", row -> grid.setDetailsVisible(row, !grid.isDetailsVisible(row)));
    }

    private static Component details(PlanRow row) {
        var list = new DescriptionList();
        list.addClassName("plan-details");
        for (PlanDetail detail : row.node().details()) {
            list.add(new DescriptionList.Term(detail.name()));
            detail.values().forEach(value -> list.add(new DescriptionList.Description(value)));
        }
        return list;
    }
}
