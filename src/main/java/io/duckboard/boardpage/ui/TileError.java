package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import io.duckboard.engine.failure.Failure;

/** Why a tile shows nothing, and what to do about it. */
final class TileError extends Div {

    private final Paragraph what = new Paragraph();
    private final Paragraph hint = new Paragraph();

    TileError(Runnable retry) {
        addClassName("tile-error");
        getElement().setAttribute("role", "alert");
        what.addClassName("notice-what");
        var again = new NativeButton("Retry", _ -> retry.run());
        again.addClassName("text-button");
        add(what, hint, again);
        clear();
    }

    void show(Failure failure) {
        what.setText(failure.message());
        hint.setText(failure.hint());
        setVisible(true);
    }

    void clear() {
        setVisible(false);
    }
}
