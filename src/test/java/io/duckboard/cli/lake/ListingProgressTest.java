package io.duckboard.cli.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.Terminal;
import io.duckboard.lake.load.LoadProgress;
import io.duckboard.testing.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever waits for a long listing sees that it goes on; a short one prints nothing. */
class ListingProgressTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final SettableClock clock = new SettableClock();

    @Test
    void nothingWithinASecond() {
        list(true, 999);

        assertThat(printed()).isEmpty();
    }

    @Test
    void aLineForEachSecond() {
        list(false, 1000);

        assertThat(printed()).isEqualTo("""
                Listing the lake: 1,500 files so far
                Listing the lake: 2,500 files so far
                """);
    }

    @Test
    void oneLineThatChangesForAPerson() {
        list(true, 1000);

        assertThat(printed())
                .isEqualTo("\rListing the lake: 1,500 files so far\rListing the lake: 2,500 files so far\n");
    }

    private void list(boolean interactive, int milliseconds) {
        var err = new PrintStream(printed, true, StandardCharsets.UTF_8);
        var progress = new ListingProgress(new Terminal(err, err, 80, interactive), clock);
        try (LoadProgress.Step step = progress.begin("Listing the lake", 0)) {
            step.advance(500);
            clock.advance(Duration.ofMillis(milliseconds));
            step.advance(1000);
            step.advance(0);
            if (milliseconds >= 1000) {
                clock.advance(Duration.ofMillis(milliseconds));
            }
            step.advance(1000);
        }
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
