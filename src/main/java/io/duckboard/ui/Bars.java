package io.duckboard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.duckboard.format.Figures;
import java.util.List;
import java.util.Locale;

/** A small histogram of horizontal bars. Labels and numbers are beside them, so it needs no separate table. */
public final class Bars extends UnorderedList {

    /** @param label a value, or a range of values */
    public record Bar(String label, long rows) {}

    public Bars(String label, List<Bar> bars) {
        addClassName("bars");
        getElement().setAttribute("aria-label", label);
        long most = bars.stream().mapToLong(Bar::rows).max().orElse(0);
        bars.forEach(bar -> add(item(bar, most)));
    }

    private static ListItem item(Bar bar, long most) {
        var label = new Span(bar.label().isEmpty() ? "(empty text)" : bar.label());
        label.addClassName("bar-label");
        label.setTitle(bar.label());
        var fill = new Div();
        fill.getStyle().setWidth(String.format(Locale.ROOT, "%.2f%%", most == 0 ? 0 : bar.rows() * 100.0 / most));
        // A few must look like more than none.
        fill.getStyle().setMinWidth(bar.rows() == 0 ? "0" : "2px");
        var track = new Div(fill);
        track.addClassName("bar-track");
        track.getElement().setAttribute("aria-hidden", "true");
        var rows = new Span(Figures.count(bar.rows()));
        rows.addClassName("bar-rows");
        return new ListItem(label, track, rows);
    }
}
