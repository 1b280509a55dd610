package io.duckboard.cli.mapreduce;

import io.duckboard.cli.terminal.Terminal;
import io.duckboard.client.mapreduce.MapReduceProgress;
import io.duckboard.client.mapreduce.Partition;
import io.duckboard.format.Harmless;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows the progress of a map, as a bar if a person is watching. Repeated calls are always reported. */
final class MapProgress implements MapReduceProgress, AutoCloseable {

    private final Terminal terminal;
    private final Optional<ProgressBar> bar;

    MapProgress(Terminal terminal, int partitions) {
        this.terminal = terminal;
        this.bar = terminal.interactive()
                ? Optional.of(new ProgressBarBuilder()
                        .setTaskName("map")
                        .setInitialMax(partitions)
                        .setUpdateIntervalMillis(100)
                        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                        .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.width()))
                        .clearDisplayOnFinish()
                        .build())
                : Optional.empty();
    }

    @Override
    public void mapped(Partition partition) {
        bar.ifPresent(ProgressBar::step);
    }

    @Override
    public void repeated(String call, String why) {
        if (bar.isPresent()) {
            bar.get().setExtraMessage(" again: " + call);
        } else {
            terminal.err().println(Harmless.lines(call + " is asked again: " + why));
        }
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
