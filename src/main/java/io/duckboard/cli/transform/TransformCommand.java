package io.duckboard.cli.transform;

import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.transform.compile.Contents;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code duckboard transform} and its subcommands. */
@Command(
        name = "transform",
        description = "Build, test and publish the models of a dbt project, without dbt.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class TransformCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private TransformCommand() {}

    /** @param options creates new options for each command */
    public static CommandLine line(Supplier<GlobalOptions> options) {
        return new CommandLine(new TransformCommand())
                .addSubcommand(
                        "run",
                        described(
                                new RunCommand(options.get(), Contents.MODELS),
                                "Build the models and publish them, all at once."))
                .addSubcommand(
                        "test",
                        described(new RunCommand(options.get(), Contents.TESTS), "Run the tests on what is published."))
                .addSubcommand(
                        "build",
                        described(
                                new RunCommand(options.get(), Contents.MODELS_AND_TESTS),
                                "Build the models, test each, and publish them if all is well."))
                .addSubcommand(new CompileCommand(options.get()))
                .addSubcommand(new ListCommand(options.get()));
    }

    private static CommandLine described(RunCommand command, String description) {
        CommandLine line = new CommandLine(command);
        line.getCommandSpec().usageMessage().description(description);
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
