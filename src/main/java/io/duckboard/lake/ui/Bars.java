package io.duckboard.lake.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.duckboard.figures.Figures;
import io.duckboard.lake.Histogram;
import java.util.List;
import java.util.Locale;

/** A small histogram of lying bars. Labels and numbers stand beside them, so it is its own table. */
final class Bars extends UnorderedList {

    Bars(String label, List<Histogram.Bar> bars) {
        addClassName("bars");
        getElement().setAttribute("aria-label", label);
        long most = bars.stream().mapToLong(Histogram.Bar::rows).max().orElse(0);
        bars.forEach(bar -> add(item(bar, most)));
    }

    private static ListItem item(Histogram.Bar bar, long most) {
        var label = new Span(bar.label().isEmpty() ? "(empty text)" : bar.label());
        label.addClassName("bar-label");
        label.setTitle(bar.label());
        var fill = new Div();
        fill.getStyle().setWidth(String.format(Locale.ROOT, "%.2f%%", most == 0 ? 0 : bar.rows() * 100.0 / most));
        // Few are more than none.
        fill.getStyle().setMinWidth(bar.rows() == 0 ? "0" : "2px");
        var track = new Div(fill);
        track.addClassName("bar-track");
        track.getElement().setAttribute("aria-hidden", "true");
        var rows = new Span(Figures.count(bar.rows()));
        rows.addClassName("bar-rows");
        return new ListItem(label, track, rows);
    }
}
