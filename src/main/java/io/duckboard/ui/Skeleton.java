package io.duckboard.ui;

import com.vaadin.flow.component.html.Div;

/** The outline of lines that are still to come, in the place that they will take. */
public final class Skeleton extends Div {

    /** @param lines roughly the number of lines that will be there */
    public Skeleton(int lines) {
        addClassName("skeleton");
        getElement().setAttribute("aria-hidden", "true");
        for (int line = 0; line < lines; line++) {
            add(new Div());
        }
    }
}
