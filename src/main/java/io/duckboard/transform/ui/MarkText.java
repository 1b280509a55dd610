package io.duckboard.transform.ui;

import com.vaadin.flow.component.html.Span;

/** Shows a mark on the page, outside of the drawing. */
final class MarkText extends Span {

    MarkText(Mark mark) {
        super(mark.text());
        addClassName("mark");
        getElement().setAttribute("data-tone", mark.tone().name());
    }
}
