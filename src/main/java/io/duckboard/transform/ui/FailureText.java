package io.duckboard.transform.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.duckboard.transform.run.TransformFailure;

/** Shows what is wrong, where, and what to do. */
final class FailureText extends Div {

    FailureText(TransformFailure failure) {
        addClassName("failure");
        failure.place().ifPresent(place -> add(new Code(place.toString())));
        var message = new Paragraph(failure.message());
        message.addClassName("failure-message");
        add(message);
        failure.hint().map(Paragraph::new).ifPresent(this::add);
    }
}
