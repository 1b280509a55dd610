package io.duckboard.dashboard.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.duckboard.datapage.Freshness;
import io.duckboard.format.Figures;
import io.duckboard.security.Asker;
import io.duckboard.security.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Shows how old the view is, if the lake knows, how many rows it has, and whether its sources have changed since. */
final class ViewFacts extends Div {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final Asker asker;
    private final Span age = new Span();
    private final Span change = new Span();
    private Optional<Instant> builtAt = Optional.empty();

    ViewFacts(Clock clock, Asker asker) {
        this.clock = clock;
        this.asker = asker;
        addClassNames("page-facts", "view-facts");
        change.setVisible(false);
        add(age, change);
    }

    void show(long rows, Optional<Instant> builtAt) {
        this.builtAt = builtAt;
        builtAt.ifPresent(time -> age.setTitle("Built at " + TIME.format(time)));
        show(rows);
    }

    void show(long rows) {
        String counted = Figures.count(rows, "row");
        age.setText(builtAt.map(
                        time -> "view built " + Figures.ago(Duration.between(time, clock.instant())) + " · " + counted)
                .orElse(counted + " in the view"));
    }

    /** Says what to do if the sources are newer than the view. */
    void show(Freshness freshness) {
        change.removeAll();
        change.setVisible(!freshness.isFresh());
        if (!freshness.isFresh()) {
            change.add(new Text(freshness.words()));
            if (asker.may(Place.TRANSFORM_START)) {
                change.add(new Text(": "), new Anchor("lineage", "run the transform"));
            }
        }
    }

    void lackFreshness(String reason) {
        change.removeAll();
        change.add("whether its sources changed since is not known");
        change.setTitle(reason);
        change.setVisible(true);
    }
}
