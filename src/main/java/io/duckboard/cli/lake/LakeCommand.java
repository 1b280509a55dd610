package io.duckboard.cli.lake;

import io.duckboard.cli.terminal.Confirmation;
import io.duckboard.cli.terminal.GlobalOptions;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code duckboard lake} and its subcommands. */
@Command(
        name = "lake",
        description = "Make a lake, fill it, and look after its tables.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class LakeCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private LakeCommand() {}

    /** @param options creates new options for each command */
    public static CommandLine line(Supplier<GlobalOptions> options) {
        return new CommandLine(new LakeCommand())
                .addSubcommand(new CreateCommand(options.get()))
                .addSubcommand(new PopulateCommand(options.get()))
                .addSubcommand(new AddCommand(options.get()))
                .addSubcommand(new ListCommand(options.get()))
                .addSubcommand(new RefreshCommand(options.get()))
                .addSubcommand(new RemoveCommand(options.get(), Confirmation::onConsole));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
