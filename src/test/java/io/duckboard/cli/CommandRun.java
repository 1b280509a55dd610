package io.duckboard.cli;

import io.duckboard.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/** The result of a command line. */
public record CommandRun(int exitCode, String out, String err) {

    private static final int WIDTH = 80;

    static CommandRun of(Map<String, String> environment, String... arguments) {
        return of(environment, Clock.systemUTC(), arguments);
    }

    public static CommandRun of(Map<String, String> environment, Clock clock, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exitCode = Commands.line(environment, new Terminal(print(out), print(err), WIDTH, false), clock)
                .execute(arguments);
        return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
