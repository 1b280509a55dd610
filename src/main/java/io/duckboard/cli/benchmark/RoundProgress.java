package io.duckboard.cli.benchmark;

import io.duckboard.cli.terminal.Terminal;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how many rounds are finished, if a person is watching. */
final class RoundProgress implements AutoCloseable {

    private final Optional<ProgressBar> bar;

    RoundProgress(Terminal terminal, int rounds) {
        this.bar = terminal.interactive()
                ? Optional.of(new ProgressBarBuilder()
                        .setTaskName("rounds")
                        .setInitialMax(rounds)
                        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                        .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.width()))
                        .clearDisplayOnFinish()
                        .build())
                : Optional.empty();
    }

    void ended(int round) {
        bar.ifPresent(shown -> shown.stepTo(round));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
