package io.duckboard.dashboard.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A figure and its name in a list of figures. Its place is kept until the figure is known. */
final class Tile extends Div {

    private final DescriptionList.Description value = new DescriptionList.Description();

    Tile(String name) {
        addClassNames("tile", "tile-waiting");
        add(new DescriptionList.Term(name), value);
    }

    /** @param more the text that a tooltip adds */
    void show(String figure, String more) {
        removeClassName("tile-waiting");
        value.setText(figure);
        value.setTitle(more);
    }

    /** Says in a tooltip, and to screen readers, why there is no figure. */
    void lack(String reason) {
        removeClassName("tile-waiting");
        var dash = new Span("—");
        dash.getElement().setAttribute("aria-hidden", "true");
        var words = new Span(reason);
        words.addClassName("for-screen-readers");
        value.removeAll();
        value.add(dash, words);
        value.setTitle(reason);
    }
}
