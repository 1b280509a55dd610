package io.duckboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A thin line that moves while an answer is under way; its place is kept when it does not. */
public final class Progress extends Div {

    private final Span words = new Span();

    public Progress() {
        addClassName("progress");
        getElement().setAttribute("role", "status");
        words.addClassName("for-screen-readers");
        add(words);
    }

    public void start(String what) {
        words.setText(what);
        addClassName("progress-moving");
    }

    public void stop() {
        words.setText("");
        removeClassName("progress-moving");
    }
}
