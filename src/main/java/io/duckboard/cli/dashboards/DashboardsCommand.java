package io.duckboard.cli.dashboards;

import io.duckboard.cli.terminal.GlobalOptions;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code duckboard dashboards} and its subcommands. */
@Command(
        name = "dashboards",
        description = "List, check, export and make dashboards.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class DashboardsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private DashboardsCommand() {}

    /** @param options creates new options for each command */
    public static CommandLine line(Supplier<GlobalOptions> options) {
        return new CommandLine(new DashboardsCommand())
                .addSubcommand(new CheckCommand(options.get()))
                .addSubcommand(new ExportCommand(options.get()))
                .addSubcommand(new ListCommand(options.get()))
                .addSubcommand(new MakeCommand(options.get()));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
