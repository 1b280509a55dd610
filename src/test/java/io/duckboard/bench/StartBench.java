package io.duckboard.bench;

import io.duckboard.engine.bench.Report;
import io.duckboard.testing.Browser;
import java.io.IOException;
import java.nio.file.Path;

/** Measures how the built app and its commands start, and what the app holds after an hour; writes it as JSON. */
final class StartBench {

    private StartBench() {}

    /** @param arguments the command {@code duckboard}, and the JSON file to write */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path command = Path.of(arguments[0]);
        var report = new Report();
        try (RunningApp first = RunningApp.start(command)) {
            first.stop();
            new PageStarts(command, first.home()).measure(report);
            new CommandStarts(command, first.home()).measure(report);
            try (RunningApp app = RunningApp.start(command, first.home());
                    Browser browser = Browser.start()) {
                new HourOfUse(app, browser).measure(report);
            }
        }
        report.write(Path.of(arguments[1]));
    }
}
