package io.duckboard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/**
 * A thin line that moves while an answer is under way and keeps its place when it does not. If the engine is on AWS and
 * the answer takes long, it says why that may be.
 */
public final class Progress extends Div {

    private final Span words = new Span();

    public Progress() {
        addClassName("progress");
        getElement().setAttribute("role", "status");
        words.addClassName("for-screen-readers");
        var starting = new Span("The engine may be starting …");
        starting.addClassName("progress-starting");
        add(words, starting);
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
