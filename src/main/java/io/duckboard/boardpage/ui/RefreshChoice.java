package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How often the tiles of a page ask again. */
final class RefreshChoice extends Div {

    private static final Duration NEVER = Duration.ZERO;

    private static final List<Duration> USUAL = List.of(
            NEVER,
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1));

    private final RefreshTimer timer;

    /** @param first as the dashboard's file says */
    RefreshChoice(Optional<Duration> first, Runnable due) {
        this.timer = new RefreshTimer(due);
        var select = new Select<Duration>();
        var choices = new ArrayList<>(USUAL);
        first.filter(pause -> !choices.contains(pause)).ifPresent(choices::add);
        select.setItems(choices.stream().sorted().toList());
        select.setItemLabelGenerator(RefreshChoice::label);
        select.setAriaLabel("Refresh");
        select.setTooltipText("How often the tiles ask again");
        select.setValue(first.orElse(NEVER));
        select.addValueChangeListener(
                event -> timer.every(Optional.of(event.getValue()).filter(pause -> !pause.isZero())));
        timer.every(first);
        addClassName("refresh-choice");
        add(select, timer);
    }

    private static String label(Duration pause) {
        if (pause.isZero()) {
            return "no refresh";
        }
        if (pause.toSeconds() % 3600 == 0) {
            return "every " + pause.toHours() + " h";
        }
        return pause.toSeconds() % 60 == 0
                ? "every " + pause.toMinutes() + " min"
                : "every " + pause.toSeconds() + " s";
    }
}
