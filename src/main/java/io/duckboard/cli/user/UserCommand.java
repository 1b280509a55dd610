package io.duckboard.cli.user;

import io.duckboard.cli.terminal.StandardInput;
import io.duckboard.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code duckboard user} and its subcommands. */
@Command(
        name = "user",
        description = "Prepare the file of users, by which people sign in.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class UserCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private UserCommand() {}

    public static CommandLine line(Terminal terminal, StandardInput input) {
        return new CommandLine(new UserCommand())
                .addSubcommand(new FirstCommand(terminal))
                .addSubcommand(new HashCommand(terminal, NewPassword.of(input)));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
