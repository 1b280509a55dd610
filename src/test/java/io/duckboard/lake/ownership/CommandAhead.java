package io.duckboard.lake.ownership;

import io.duckboard.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/** Runs one command with its own engine, on a clock that is ahead by its first argument. */
final class CommandAhead {

    private CommandAhead() {}

    public static void main(String[] arguments) throws IOException {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.parse(arguments[0]));
        String[] command = Arrays.copyOfRange(arguments, 1, arguments.length);
        Map<String, String> variables = System.getenv();
        if (command[0].equals("lake")) {
            end(CommandRun.of(variables, clock, command));
        }
        Files.createDirectories(Path.of(variables.getOrDefault("DUCKBOARD_HOME", "")));
        try (RunningEngine _ = RunningEngine.start(variables, clock)) {
            end(CommandRun.of(variables, clock, command));
        }
    }

    private static void end(CommandRun run) {
        System.out.println(run.err());
        System.exit(run.exitCode());
    }
}
