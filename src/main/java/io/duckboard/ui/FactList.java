package io.duckboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;

/** A few facts, each under its name. A fact that is too long for its place is shown in full in a tooltip. */
public final class FactList extends DescriptionList {

    public void add(String name, String fact) {
        add(new Term(name), description(fact));
    }

    /** @param below what is drawn below the fact */
    public void add(String name, String fact, Component below) {
        Description description = description(fact);
        description.add(below);
        add(new Term(name), description);
    }

    private static Description description(String fact) {
        var description = new Description(fact);
        description.setTitle(fact);
        return description;
    }
}
