package io.duckboard.cli.token;

import io.duckboard.cli.terminal.Confirmation;
import io.duckboard.cli.terminal.GlobalOptions;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code duckboard token} and its subcommands. */
@Command(
        name = "token",
        description = "Make, list and revoke the tokens by which programs ask.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class TokenCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private TokenCommand() {}

    /** @param options creates new options for each command */
    public static CommandLine line(Supplier<GlobalOptions> options) {
        return new CommandLine(new TokenCommand())
                .addSubcommand(new CreateCommand(options.get()))
                .addSubcommand(new ListCommand(options.get()))
                .addSubcommand(new RevokeCommand(options.get(), Confirmation::onConsole));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
