package io.duckboard.sqlpage.editor.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.hierarchy.TreeData;
import com.vaadin.flow.data.provider.hierarchy.TreeDataProvider;
import java.util.List;
import java.util.function.Consumer;

/** A tree of tables that open to show their columns. Each line is a button that writes the name. */
final class TableTree extends TreeGrid<TableRow> {

    private final Consumer<TableRow> chosen;

    /** @param chosen called with the line that somebody clicks */
    TableTree(Consumer<TableRow> chosen) {
        this.chosen = chosen;
        addClassName("table-tree");
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.NO_ROW_BORDERS);
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", "Tables and columns");
        addComponentHierarchyColumn(this::name).setFlexGrow(1).setAutoWidth(false);
        addColumn(TableRow::fact)
                .setTooltipGenerator(TableRow::title)
                .setPartNameGenerator(row -> row.fact().equals("broken") ? "fact broken" : "fact")
                .setFlexGrow(0)
                .setWidth("5.5rem");
    }

    /** @param opened whether each table shows its columns */
    void show(List<TableRow.Table> tables, Opened opened) {
        var data = new TreeData<TableRow>();
        for (TableRow.Table table : tables) {
            data.addItem(null, table);
            data.addItems(table, List.copyOf(table.columns()));
        }
        setDataProvider(new TreeDataProvider<>(data));
        if (opened == Opened.ALL) {
            expand(List.copyOf(tables));
        }
    }

    /** Whether tables show their columns. */
    enum Opened {
        NONE,
        ALL
    }

    private Button name(TableRow row) {
        var name = new Span(row.name());
        var button = new Button(name, _ -> chosen.accept(row));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName(row instanceof TableRow.Table ? "tree-table" : "tree-column");
        button.setTooltipText(row.title());
        return button;
    }
}
