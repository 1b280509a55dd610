package io.duckboard.transform.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.duckboard.transform.board.Fault;
import java.util.List;

/** Why there is no project to be drawn: every fault with its file and line, and a way to look again. */
final class FaultList extends Section {

    FaultList(List<Fault> faults, Runnable again) {
        addClassNames("card", "fault-list");
        getElement().setAttribute("role", "alert");
        var list = new UnorderedList();
        faults.stream().map(FaultText::new).map(ListItem::new).forEach(list::add);
        add(new H2("The project cannot be shown"), list, new Button("Look again", _ -> again.run()));
    }
}
