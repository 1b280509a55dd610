package io.duckboard.transform.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Style;
import io.duckboard.format.Figures;
import io.duckboard.security.Asker;
import io.duckboard.security.Place;
import io.duckboard.transform.run.RunOutcome;
import io.duckboard.transform.state.RunState;
import io.duckboard.transform.state.TransformRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Runs the whole project, shows a run's progress or how the last one ended, and cancels a run after confirmation. */
final class ProjectRunBar extends Div {

    private final TransformRuns runs;
    private final Button run = new Button("Run all");
    private final Button cancel = new Button("Cancel");
    private final Span words = new Span();

    /** @param asker whoever looks at the page, and may be allowed no more than that */
    ProjectRunBar(TransformRuns runs, Asker asker) {
        this.runs = runs;
        addClassName("lineage-run");
        words.addClassName("lineage-run-words");
        words.getElement().setAttribute("role", "status");
        run.addThemeVariants(ButtonVariant.PRIMARY);
        run.addClickListener(_ -> runs.start(Optional.empty()));
        cancel.addClickListener(_ -> askToCancel());
        run.setVisible(asker.may(Place.TRANSFORM_START));
        cancel.setVisible(asker.may(Place.TRANSFORM_CANCEL));
        add(cancel, words, run);
    }

    void show(Optional<RunState> state, Instant now) {
        boolean isRunning = state.filter(RunState::isRunning).isPresent();
        run.setEnabled(!isRunning);
        // Its space is reserved, so that the elements beside it do not move.
        cancel.getStyle().setVisibility(isRunning ? Style.Visibility.VISIBLE : Style.Visibility.HIDDEN);
        words.setText(state.map(run -> words(run, now)).orElse(""));
    }

    private void askToCancel() {
        var dialog = new ConfirmDialog(
                "Cancel the run?",
                "Nothing that it has built is published; all stays as it was before. Everyone sees that it is over.",
                "Cancel the run",
                _ -> runs.cancel());
        dialog.setCancelable(true);
        dialog.setCancelText("Let it run");
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private static String words(RunState run, Instant now) {
        String failed = failures(run);
        return run.end()
                .map(end -> words(end.outcome(), ago(end.at(), now), failed))
                .orElseGet(() -> run.nodes().isEmpty()
                        ? "starting"
                        : "running: " + run.done() + " of "
                                + Figures.count(run.nodes().size(), "step") + failed);
    }

    private static String words(RunOutcome outcome, String ago, String failed) {
        return switch (outcome) {
            case RunOutcome.Published _ -> "published " + ago + failed;
            case RunOutcome.Tested _ -> "tested " + ago + failed;
            case RunOutcome.KeptBack _ -> "ran " + ago + failed + ": nothing published";
            case RunOutcome.Cancelled _ -> "cancelled " + ago;
            case RunOutcome.Failed _ -> "failed " + ago;
        };
    }

    private static String failures(RunState run) {
        long failed = run.nodes().values().stream()
                .filter(state -> Mark.of(state).tone() == Mark.Tone.BAD)
                .count();
        return failed == 0 ? "" : ", " + Figures.count(failed, "failure");
    }

    private static String ago(Instant at, Instant now) {
        return Figures.ago(Duration.between(at, now));
    }
}
