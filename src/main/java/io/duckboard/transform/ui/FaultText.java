package io.duckboard.transform.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.duckboard.transform.board.Fault;

/** What is wrong, where, and what to do. */
final class FaultText extends Div {

    FaultText(Fault fault) {
        addClassName("fault");
        fault.place().ifPresent(place -> add(new Code(place)));
        var message = new Paragraph(fault.message());
        message.addClassName("fault-message");
        add(message);
        if (!fault.hint().isEmpty()) {
            add(new Paragraph(fault.hint()));
        }
    }
}
