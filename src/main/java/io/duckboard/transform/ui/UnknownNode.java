package io.duckboard.transform.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Replaces a node's details if the project has no such node. */
final class UnknownNode extends Div {

    UnknownNode(String id) {
        addClassName("card");
        add(
                new H2("There is no node “" + id + "”"),
                new Paragraph("It may have been removed or renamed since the link was made."),
                new Anchor("lineage", "All of the project"));
    }
}
