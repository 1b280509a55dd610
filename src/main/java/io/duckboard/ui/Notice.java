package io.duckboard.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.duckboard.client.QueryOutcome;

/** Says what went wrong and what to do, and offers to try again. */
public final class Notice extends Div {

    private final Paragraph what = new Paragraph();
    private final Paragraph hint = new Paragraph();

    public Notice(Runnable retry) {
        addClassName("notice");
        getElement().setAttribute("role", "alert");
        what.addClassName("notice-what");
        hint.addClassName("notice-hint");
        add(new Div(what, hint), new Button("Retry", _ -> retry.run()));
        clear();
    }

    public void show(String message, String wayOut) {
        what.setText(message);
        hint.setText(wayOut);
        setVisible(true);
    }

    public void show(QueryOutcome.Failed failure) {
        show(failure.problem().message(), failure.problem().hint().orElse("Try again. Duckboard's log says more."));
    }

    public void clear() {
        setVisible(false);
    }
}
