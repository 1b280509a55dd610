package io.duckboard.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import io.duckboard.security.Person;

/** Says who has signed in, and signs them out, here or everywhere. */
@StyleSheet("person.css")
final class PersonMenu extends Div {

    private static final String MENU = "person-menu";

    PersonMenu(Person person) {
        addClassName("person");
        var open = new NativeButton(person.name());
        open.addClassName("person-open");
        open.setTitle(person.name());
        open.getElement().setAttribute("popovertarget", MENU);
        open.getElement().setAttribute("aria-label", "Signed in as " + person.name());
        var menu = new Div(new Paragraph(person.name() + " · " + person.role().word()));
        menu.setId(MENU);
        menu.addClassName("person-menu");
        menu.getElement().setAttribute("popover", "auto");
        menu.getElement().appendChild(signOut());
        add(open, menu);
    }

    /** A form, which works in a page whose session is over too. */
    private static Element signOut() {
        return new Element("form")
                .setAttribute("method", "post")
                .setAttribute("action", "sign-out")
                .appendChild(button("Sign out"), button("Sign out everywhere").setAttribute("name", "everywhere"));
    }

    private static Element button(String text) {
        return new Element("button").setText(text);
    }
}
