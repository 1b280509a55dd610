package io.duckboard.sqlpage.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.util.function.IntConsumer;

/** Starts a query, shows how long it has been running, and ends it. */
final class RunBar extends Div {

    private final Button run;
    private final Button cancel;
    private final RowLimit limit = new RowLimit();
    private final Stopwatch stopwatch = new Stopwatch();

    RunBar(Runnable onRun, Runnable onCancel, Runnable onFormat, IntConsumer onLimit) {
        addClassName("run-bar");
        run = new Button("Run", _ -> onRun.run());
        run.addThemeVariants(ButtonVariant.PRIMARY);
        run.setTooltipText("Ctrl+Enter or ⌘+Enter runs the selection, or the statement at the cursor");
        cancel = new Button("Cancel", _ -> onCancel.run());
        cancel.setEnabled(false);
        var format = new Button("Format", _ -> onFormat.run());
        format.setTooltipText("Shift+Alt+F lays the SQL out");
        limit.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                onLimit.accept(event.getValue());
            }
        });
        add(run, cancel, limit, format, stopwatch);
    }

    /** @param elapsed time since the query began */
    void running(Duration elapsed) {
        cancel.setEnabled(true);
        stopwatch.start(elapsed);
    }

    /** Shows that the query has been told to end. */
    void ending() {
        cancel.setEnabled(false);
    }

    void ended() {
        cancel.setEnabled(false);
        stopwatch.stop();
    }

    int limit() {
        return limit.getValue();
    }

    void showLimit(int rows) {
        limit.show(rows);
    }
}
