package io.duckboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.client.QueryOutcome;
import io.duckboard.format.Answers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The line below an answer says what it took, and since when an answer that was held has been right. */
class AnswerLineTest {

    private static final Duration TAKEN = Duration.ofMillis(9);

    private final AnswerLine line = new AnswerLine();

    @Test
    void saysSinceWhenAnAnswerIsUnchanged() {
        line.show(answered(Optional.of(Instant.parse("2026-11-29T14:02:59Z"))));

        assertThat(line.getText()).startsWith("1 row · unchanged since 14:02 UTC · round trip 9 ms · ");
    }

    @Test
    void saysNothingOfThatForANewAnswer() {
        line.show(answered(Optional.empty()));

        assertThat(line.getText()).startsWith("1 row · round trip 9 ms · ").doesNotContain("unchanged");
    }

    private static QueryOutcome.Answered answered(Optional<Instant> unchangedSince) {
        return new QueryOutcome.Answered(
                Answers.of(List.of("n BIGINT"), List.of(Answers.row(1))), TAKEN, unchangedSince);
    }
}
