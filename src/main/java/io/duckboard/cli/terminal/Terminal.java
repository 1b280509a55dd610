package io.duckboard.cli.terminal;

import io.duckboard.engine.failure.Failure;
import io.duckboard.format.Harmless;
import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command prints.
 *
 * @param out for answers only, so that they can be piped
 * @param err for messages and progress
 * @param width the number of text columns
 * @param interactive whether a person is watching; only then are there colours and progress bars
 */
public record Terminal(PrintStream out, PrintStream err, int width, boolean interactive) {

    /**
     * Says which of the process's streams (0, 1, 2) are terminals. A shell knows this for each stream; Java only knows
     * it for all of them together.
     */
    static final String TERMINALS = "DUCKBOARD_TERMINALS";

    private static final int DEFAULT_WIDTH = 80;

    /** Returns the terminal of this process. It respects NO_COLOR, TERM=dumb and COLUMNS. */
    public static Terminal of(Map<String, String> environment) {
        boolean interactive = isShown(environment)
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        return new Terminal(utf8(System.out), utf8(System.err), width(environment), interactive);
    }

    /** Says what happened, and what to do about it. */
    public void tell(Failure failure) {
        err.println(Harmless.lines(failure.text().strip()));
    }

    private static boolean isShown(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(TERMINALS))
                .map(terminals -> terminals.contains("1"))
                .orElseGet(() -> Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent());
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private static int width(Map<String, String> environment) {
        try {
            return Math.max(20, Integer.parseInt(environment.getOrDefault("COLUMNS", "")));
        } catch (NumberFormatException e) {
            return DEFAULT_WIDTH;
        }
    }
}
