package io.duckboard.transform.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.duckboard.transform.run.TransformFailure;
import java.util.List;

/** Shows why the project cannot be drawn: every error with its file and line, and a button to try again. */
final class FailureList extends Section {

    FailureList(List<TransformFailure> failures, Runnable again) {
        addClassNames("card", "failure-list");
        getElement().setAttribute("role", "alert");
        var list = new UnorderedList();
        failures.stream().map(FailureText::new).map(ListItem::new).forEach(list::add);
        add(new H2("The project cannot be shown"), list, new Button("Look again", _ -> again.run()));
    }
}
