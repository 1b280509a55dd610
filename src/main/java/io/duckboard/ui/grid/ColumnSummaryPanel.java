package io.duckboard.ui.grid;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.sql.SqlType;
import io.duckboard.format.Figures;
import io.duckboard.format.Harmless;
import io.duckboard.ui.Bars;
import io.duckboard.ui.FactList;
import org.jspecify.annotations.Nullable;

/** Lists the columns that are shown, each with its facts. An opened column also shows its most common values. */
final class ColumnSummaryPanel extends Div {

    /** Showing more at once makes a browser slow. */
    private static final int SHOWN = 100;

    private @Nullable ShownRows shown;

    ColumnSummaryPanel() {
        addClassNames("column-list", "column-summaries");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", "Columns of the shown rows");
    }

    void show(ShownRows rows) {
        if (rows == shown) {
            return;
        }
        shown = rows;
        removeAll();
        var remark = new Paragraph("Of the " + Figures.count(rows.size(), "shown row") + ".");
        remark.addClassName("remark");
        add(remark);
        addFrom(0, rows);
    }

    private void addFrom(int first, ShownRows rows) {
        int end = Math.min(first + SHOWN, rows.columns().size());
        for (int column = first; column < end; column++) {
            add(item(column, rows));
        }
        if (end < rows.columns().size()) {
            var more = new Button(
                    "Show " + Figures.count(Math.min(SHOWN, rows.columns().size() - end)) + " more");
            more.addClickListener(_ -> {
                remove(more);
                addFrom(end, rows);
            });
            add(more);
        }
    }

    private static NativeDetails item(int position, ShownRows rows) {
        Column column = rows.columns().get(position);
        var summary = ColumnSummary.of(rows, position);
        var name = new Span(Harmless.line(column.name()));
        name.addClassName("column-name");
        var type = new Span(new SqlType(column.type()).shortName());
        type.addClassName("column-type");
        type.setTitle(column.type());
        var facts = new Span(line(summary));
        facts.addClassName("column-description");
        var entry = new Div(name, type, facts);
        entry.addClassName("column-entry");
        var details = new Div();
        details.addClassNames("summary-panel", "summary");
        var item = new NativeDetails(entry, details);
        item.addToggleListener(toggle -> {
            if (toggle.isOpened() && details.getChildren().findAny().isEmpty()) {
                show(summary, name.getText(), details);
            }
        });
        return item;
    }

    private static String line(ColumnSummary summary) {
        return Figures.count(summary.distinct()) + " distinct · "
                + (summary.nulls() == 0 ? "no NULL" : Figures.count(summary.nulls()) + " NULL")
                + summary.least()
                        .map(least -> " · " + least + " – " + summary.greatest().orElseThrow())
                        .orElse("");
    }

    private static void show(ColumnSummary summary, String name, Div details) {
        var list = new FactList();
        list.add("Values", Figures.count(summary.rows() - summary.nulls()));
        list.add("Nulls", summary.nulls() == 0 ? "none" : Figures.count(summary.nulls()));
        list.add("Distinct", Figures.count(summary.distinct()));
        summary.least().ifPresent(least -> list.add("Min", least));
        summary.greatest().ifPresent(greatest -> list.add("Max", greatest));
        summary.mean().ifPresent(mean -> list.add("Mean", mean));
        details.add(list);
        if (!summary.common().isEmpty()) {
            details.add(new Bars("Most common values of " + name, summary.common()));
        } else if (summary.distinct() > 0) {
            details.add(new Paragraph("Every value occurs once."));
        }
    }
}
