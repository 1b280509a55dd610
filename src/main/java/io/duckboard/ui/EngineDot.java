package io.duckboard.ui;

import com.vaadin.flow.component.html.Span;
import io.duckboard.client.EngineState;

/** A dot that shows how the engine's last call went. Its words are for screen readers and for the tooltip. */
final class EngineDot extends Span {

    private final String engine;

    EngineDot(String engine) {
        this.engine = engine;
        addClassName("engine-dot");
        getElement().setAttribute("role", "img");
        show(EngineState.UNKNOWN);
    }

    void show(EngineState state) {
        String words = switch (state) {
            case UNKNOWN -> "not asked yet";
            case WARM -> "warm";
            case COLD -> "cold start at its last call";
            case FAILED -> "its last call failed";
        };
        getElement().setAttribute("data-state", state.name());
        getElement().setAttribute("aria-label", "Engine: " + words);
        setTitle("Engine " + engine + ": " + words);
    }
}
