package io.duckboard.transform.template;

import io.duckboard.transform.project.Place;
import java.util.Optional;

/** The reason why a template cannot be rendered. */
public final class TemplateProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Place> place;
    private final String hint;

    /** Makes a problem at the place that is being rendered. */
    public TemplateProblem(String message, String hint) {
        this(message, hint, TemplateInterpreter.here());
    }

    private TemplateProblem(String message, String hint, Optional<Place> place) {
        super(message, null, false, false);
        this.place = place;
        this.hint = hint;
    }

    String problem() {
        return String.valueOf(getMessage());
    }

    String hint() {
        return hint;
    }

    Optional<Place> place() {
        return place;
    }
}
