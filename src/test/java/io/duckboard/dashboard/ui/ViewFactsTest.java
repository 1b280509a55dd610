package io.duckboard.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The page says how old what it shows is, where the lake knows. */
class ViewFactsTest {

    private final ViewFacts facts = new ViewFacts(Clock.fixed(Instant.parse("2026-11-23T08:43:30Z"), ZoneOffset.UTC));

    @Test
    void tellsTheAgeAndTheRows() {
        facts.show(137, Optional.of(Instant.parse("2026-11-23T08:40:12Z")));

        assertThat(facts.getText()).isEqualTo("view built 3 min ago · 137 rows");
        assertThat(facts.getTitle()).contains("Built at 2026-11-23 08:40:12 UTC");
    }

    @Test
    void tellsTheRowsAloneOfAViewThatWasFound() {
        facts.show(137, Optional.empty());

        assertThat(facts.getText()).isEqualTo("137 rows in the view");
        assertThat(facts.getTitle()).isEmpty();
    }

    @Test
    void keepsTheAgeWhenTheRowsAreCountedAgain() {
        facts.show(137, Optional.of(Instant.parse("2026-11-23T08:40:12Z")));

        facts.show(138);

        assertThat(facts.getText()).isEqualTo("view built 3 min ago · 138 rows");
    }
}
