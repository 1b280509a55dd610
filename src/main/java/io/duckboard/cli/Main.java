package io.duckboard.cli;

import io.duckboard.cli.terminal.Terminal;
import java.util.Map;

/** The entry point of {@code bin/duckboard}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        int exitCode =
                Commands.line(environment, Terminal.of(environment), arguments).execute(arguments);
        // The web app has returned by now, but must keep running. After a failure the process must exit.
        if (exitCode != 0 || !isServing(arguments)) {
            System.exit(exitCode);
        }
    }

    private static boolean isServing(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals("dashboard");
    }
}
