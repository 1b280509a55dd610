package io.duckboard.dashboard.ui;

import com.vaadin.flow.component.html.Span;
import io.duckboard.figures.Figures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How old the view is, as far as the lake knows, and how many rows it has. */
final class ViewFacts extends Span {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final Clock clock;
    private Optional<Instant> builtAt = Optional.empty();

    ViewFacts(Clock clock) {
        this.clock = clock;
        addClassName("page-facts");
    }

    void show(long rows, Optional<Instant> builtAt) {
        this.builtAt = builtAt;
        builtAt.ifPresent(time -> setTitle("Built at " + TIME.format(time)));
        show(rows);
    }

    void show(long rows) {
        String counted = Figures.count(rows, "row");
        setText(builtAt.map(
                        time -> "view built " + Figures.ago(Duration.between(time, clock.instant())) + " · " + counted)
                .orElse(counted + " in the view"));
    }
}
