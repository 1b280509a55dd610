package io.duckboard.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.duckboard.client.CallFailure;
import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.Problem;

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

    /** Returns the text that a page shows for a problem. */
    public static Failure of(Problem problem) {
        return orTryAgain(problem.failure());
    }

    private static Failure orTryAgain(Failure failure) {
        return failure.orHint("Try again. Duckboard's log says more.");
    }

    public void show(Failure failure) {
        what.setText(failure.message());
        hint.setText(failure.hint());
        setVisible(true);
    }

    public void show(String message, String hint) {
        show(new Failure(message, hint));
    }

    public void show(CallFailure failed) {
        show(orTryAgain(failed.failure()));
    }

    public void clear() {
        setVisible(false);
    }
}
