package io.duckboard.cli;

import io.duckboard.Duckboard;
import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.GlobalOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "dashboard",
        description = "Serve the web app (PORT and HOST say where). Ctrl-C stops it.",
        mixinStandardHelpOptions = true)
final class DashboardCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options;

    DashboardCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        List<String> properties = new ArrayList<>();
        properties.add("--duckboard.home=" + options.home());
        properties.add("--duckboard.lake=" + options.lake());
        options.function().ifPresent(name -> properties.add("--duckboard.function=" + name));
        try {
            Duckboard.main(properties.toArray(String[]::new));
            return ExitCode.DONE;
        } catch (RuntimeException e) {
            // Spring has already reported the reason: in one line if it was foreseen, otherwise with a stack trace.
            return ExitCode.FAILED;
        }
    }
}
