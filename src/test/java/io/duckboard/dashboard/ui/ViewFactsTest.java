package io.duckboard.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.duckboard.datapage.Freshness;
import io.duckboard.security.Asker;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The page says how old its data is, if the lake knows. */
class ViewFactsTest {

    private final ViewFacts facts =
            new ViewFacts(Clock.fixed(Instant.parse("2026-11-23T08:43:30Z"), ZoneOffset.UTC), Asker.everyone());

    @Test
    void tellsTheAgeAndTheRows() {
        facts.show(137, Optional.of(Instant.parse("2026-11-23T08:40:12Z")));

        assertThat(text()).isEqualTo("view built 3 min ago · 137 rows");
        assertThat(age().getTitle()).contains("Built at 2026-11-23 08:40:12 UTC");
    }

    @Test
    void tellsTheRowsAloneOfAViewThatWasFound() {
        facts.show(137, Optional.empty());

        assertThat(text()).isEqualTo("137 rows in the view");
        assertThat(age().getTitle()).isEmpty();
    }

    @Test
    void keepsTheAgeWhenTheRowsAreCountedAgain() {
        facts.show(137, Optional.of(Instant.parse("2026-11-23T08:40:12Z")));

        facts.show(138);

        assertThat(text()).isEqualTo("view built 3 min ago · 138 rows");
    }

    @Test
    void saysWhatToDoWhereSourcesAreNewer() {
        facts.show(137, Optional.of(Instant.parse("2026-11-23T08:40:12Z")));

        facts.show(new Freshness(List.of("trips")));

        assertThat(text()).isEqualTo("view built 3 min ago · 137 rows" + "trips changed since: run the transform");
        facts.show(new Freshness(List.of()));
        assertThat(facts.getChildren().filter(Component::isVisible)).hasSize(1);
    }

    @Test
    void saysThatNobodyKnowsWhetherSourcesAreNewer() {
        facts.show(137);

        facts.lackFreshness("Busy.");

        assertThat(text()).endsWith("whether its sources changed since is not known");
    }

    private String text() {
        return facts.getElement().getTextRecursively();
    }

    private Span age() {
        return (Span) facts.getChildren().findFirst().orElseThrow();
    }
}
