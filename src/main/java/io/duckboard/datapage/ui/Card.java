package io.duckboard.datapage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import io.duckboard.client.CallFailure;
import io.duckboard.ui.Notice;
import io.duckboard.ui.Skeleton;

/** A part of a page that waits for an answer, shows it, or says why there is none. */
final class Card extends Section {

    private final Div body = new Div();
    private final int lines;

    /** @param lines roughly the number of lines that the answer will take */
    Card(String title, int lines) {
        this.lines = lines;
        addClassName("card");
        body.addClassName("card-body");
        add(new H3(title), body);
    }

    void await() {
        show(new Skeleton(lines));
    }

    void show(Component... content) {
        body.removeAll();
        body.add(content);
    }

    void show(CallFailure failure, Runnable retry) {
        var notice = new Notice(retry);
        notice.show(failure);
        show(notice);
    }
}
