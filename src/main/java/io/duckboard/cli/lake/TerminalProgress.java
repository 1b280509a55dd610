package io.duckboard.cli.lake;

import io.duckboard.cli.terminal.Terminal;
import io.duckboard.lake.load.LoadProgress;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Prints a line for each step. If a person is watching, it shows a bar while bytes are counted. */
record TerminalProgress(Terminal terminal) implements LoadProgress {

    private static final long MEGABYTE = 1_000_000;

    @Override
    public Step begin(String what, long bytes) {
        if (bytes == 0 || !terminal.interactive()) {
            terminal.err().println(what + " …");
            return advanced -> {};
        }
        return new Bar(new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(bytes)
                .setUnit(" MB", MEGABYTE)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.width()))
                .build());
    }

    private record Bar(ProgressBar bar) implements Step {

        @Override
        public void advance(long bytes) {
            bar.stepBy(bytes);
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
