package io.duckboard.cli;

import io.duckboard.Duckboard;
import io.duckboard.cli.terminal.GlobalOptions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "dashboard", description = "Serve the web app (PORT and HOST say where). Ctrl-C stops it.")
final class DashboardCommand implements Runnable {

    @Mixin
    private final GlobalOptions options;

    DashboardCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public void run() {
        List<String> properties = new ArrayList<>();
        properties.add("--duckboard.home=" + options.home());
        properties.add("--duckboard.lake=" + options.lake());
        options.function().ifPresent(name -> properties.add("--duckboard.function=" + name));
        Duckboard.main(properties.toArray(String[]::new));
    }
}
