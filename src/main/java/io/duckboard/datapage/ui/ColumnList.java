package io.duckboard.datapage.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import io.duckboard.client.QueryService;
import io.duckboard.datapage.ColumnEntry;
import io.duckboard.format.Figures;
import java.util.List;

/** Lists a table's columns. Each of them opens to show its summary. */
final class ColumnList extends Div {

    /** Showing more at once makes a browser slow. */
    private static final int SHOWN = 200;

    private final QueryService queries;
    private final String table;

    ColumnList(QueryService queries, String table, List<ColumnEntry> columns) {
        this.queries = queries;
        this.table = table;
        addClassName("column-list");
        columns.stream().limit(SHOWN).map(this::item).forEach(this::add);
        if (columns.size() > SHOWN) {
            var rest = columns.subList(SHOWN, columns.size());
            var more = new Button("Show " + Figures.count(rest.size()) + " more");
            more.addClickListener(_ -> {
                remove(more);
                rest.stream().map(this::item).forEach(this::add);
            });
            add(more);
        }
    }

    private NativeDetails item(ColumnEntry column) {
        var panel = new SummaryPanel(queries, table, column);
        var item = new NativeDetails(summary(column), panel);
        item.addToggleListener(toggle -> {
            if (toggle.isOpened()) {
                panel.askOnce();
            }
        });
        return item;
    }

    private static Div summary(ColumnEntry column) {
        var name = new Span(column.name());
        name.addClassName("column-name");
        var type = new Span(column.type());
        type.addClassName("column-type");
        type.setTitle(column.type());
        var description =
                new Span(column.description().isEmpty() && column.isPartition() ? "Partition" : column.description());
        description.addClassName("column-description");
        var summary = new Div(name, type, description);
        summary.addClassName("column-entry");
        return summary;
    }
}
