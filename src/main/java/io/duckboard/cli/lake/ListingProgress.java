package io.duckboard.cli.lake;

import io.duckboard.cli.terminal.Terminal;
import io.duckboard.format.Figures;
import io.duckboard.lake.load.LoadProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Prints how many files a listing has found, each second from the first on. If a person is watching, it is one line. */
record ListingProgress(Terminal terminal, Clock clock) implements LoadProgress {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Override
    public Step begin(String what, long bytes) {
        return new Count(what);
    }

    private final class Count implements Step {

        private final String what;
        private Instant printed = clock.instant();
        private boolean isPrinted;
        private long found;

        Count(String what) {
            this.what = what;
        }

        @Override
        public void advance(long files) {
            found += files;
            Instant now = clock.instant();
            if (!now.isBefore(printed.plus(PAUSE))) {
                print();
                printed = now;
                isPrinted = true;
            }
        }

        private void print() {
            String line = what + ": " + Figures.count(found, "file") + " so far";
            if (terminal.interactive()) {
                terminal.err().print("\r" + line);
                terminal.err().flush();
            } else {
                terminal.err().println(line);
            }
        }

        @Override
        public void close() {
            if (isPrinted && terminal.interactive()) {
                terminal.err().println();
            }
        }
    }
}
