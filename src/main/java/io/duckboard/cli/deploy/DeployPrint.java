package io.duckboard.cli.deploy;

import io.duckboard.cli.terminal.Columns;
import io.duckboard.cli.terminal.Style;
import io.duckboard.cli.terminal.Terminal;
import io.duckboard.deploy.stack.StackEvent;
import io.duckboard.deploy.stack.StackProgress;
import io.duckboard.format.Harmless;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Prints a line for each step and event, with the time since the command began. */
final class DeployPrint implements StackProgress {

    private static final int STATUS = 30;

    private final Terminal terminal;
    private final Clock clock;
    private final Instant begin;
    private volatile boolean underWay;

    DeployPrint(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
        this.begin = clock.instant();
    }

    @Override
    public void step(String what) {
        terminal.err().println(what + " …");
    }

    @Override
    public void note(String what) {
        terminal.err().println(Harmless.line(what));
    }

    @Override
    public void begun() {
        underWay = true;
    }

    @Override
    public void ended() {
        underWay = false;
    }

    @Override
    public void event(StackEvent event) {
        String status = event.status().toLowerCase(Locale.ROOT).replace('_', ' ');
        String line = Harmless.line(String.format(
                        Locale.ROOT,
                        "%5d s  %s %s",
                        elapsed().toSeconds(),
                        Columns.left(status, STATUS),
                        event.resource())
                + (event.isFailure() && !event.reason().isEmpty() ? ": " + event.reason() : ""));
        terminal.err().println(event.isFailure() ? Style.ALARM.on(terminal, line) : line);
    }

    /** Says what to know if the command ends here. */
    void interrupted() {
        terminal.err()
                .println(
                        underWay
                                ? "CloudFormation goes on by itself with what it has begun: duckboard status tells how it"
                                        + " goes. Run the same command again when it is over."
                                : "Nothing is under way on AWS. The same command begins again.");
    }

    Duration elapsed() {
        return Duration.between(begin, clock.instant());
    }
}
