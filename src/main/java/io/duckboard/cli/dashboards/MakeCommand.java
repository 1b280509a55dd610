package io.duckboard.cli.dashboards;

import io.duckboard.board.file.DashboardYaml;
import io.duckboard.board.rule.RuleMade;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.Interruption;
import io.duckboard.client.EngineTarget;
import io.duckboard.client.QueryEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "make",
        description = {
            "Make a dashboard of the lake by rule, and print its file.",
            "It is the one that the page shows where nobody has written one."
        },
        mixinStandardHelpOptions = true)
final class MakeCommand implements Runnable {

    @Mixin
    private final GlobalOptions options;

    @Mixin
    private final OutOption out = new OutOption();

    MakeCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public void run() {
        out.file().ifPresent(out::check);
        String yaml = made();
        out.file().ifPresentOrElse(file -> out.write(file, yaml), () -> {
            options.terminal().out().print(yaml);
            options.terminal().out().flush();
        });
    }

    private String made() {
        try (var interruption = new Interruption();
                EngineTarget<QueryEngine> engine = options.openEngine();
                var _ = interruption.meanwhile(engine::close)) {
            return DashboardYaml.of(RuleMade.of(engine.engine()));
        }
    }
}
