package io.duckboard.ui;

import com.vaadin.flow.component.html.DescriptionList;

/** A few facts, each under its name; what is too long for its place is told when pointed at. */
public final class FactList extends DescriptionList {

    public void add(String name, String fact) {
        var description = new Description(fact);
        description.setTitle(fact);
        add(new Term(name), description);
    }
}
