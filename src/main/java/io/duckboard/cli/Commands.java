package io.duckboard.cli;

import io.duckboard.cli.benchmark.BenchmarkCommand;
import io.duckboard.cli.deploy.DeployCommand;
import io.duckboard.cli.deploy.DestroyCommand;
import io.duckboard.cli.deploy.StatusCommand;
import io.duckboard.cli.engine.EngineCommand;
import io.duckboard.cli.lake.LakeCommand;
import io.duckboard.cli.mapreduce.MapReduceCommand;
import io.duckboard.cli.query.QueryCommand;
import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.StandardInput;
import io.duckboard.cli.terminal.Terminal;
import io.duckboard.cli.transform.TransformCommand;
import io.duckboard.engine.failure.FailureException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code duckboard} and all its subcommands. */
@Command(
        name = "duckboard",
        description = "Ask questions of a data lake.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = GenerateCompletion.class)
final class Commands implements Runnable {

    @Spec
    private CommandSpec spec;

    private Commands() {}

    /** Creates new options for each command, so that one run does not affect another. */
    static CommandLine line(Map<String, String> environment, Terminal terminal) {
        return line(environment, terminal, Clock.systemUTC());
    }

    /** @param clock the clock that the commands use */
    static CommandLine line(Map<String, String> environment, Terminal terminal, Clock clock) {
        CommandLine line = new CommandLine(new Commands());
        line.addSubcommand(new BenchmarkCommand(new GlobalOptions(environment, terminal, clock), clock));
        line.addSubcommand(new DashboardCommand(new GlobalOptions(environment, terminal, clock)));
        line.addSubcommand(new DeployCommand(new GlobalOptions(environment, terminal, clock), clock));
        line.addSubcommand(new DestroyCommand(new GlobalOptions(environment, terminal, clock), clock));
        line.addSubcommand(new EngineCommand(new GlobalOptions(environment, terminal, clock)));
        line.addSubcommand(new MapReduceCommand(new GlobalOptions(environment, terminal, clock)));
        line.addSubcommand(
                new QueryCommand(new GlobalOptions(environment, terminal, clock), StandardInput.of(environment)));
        line.addSubcommand(new StatusCommand(new GlobalOptions(environment, terminal, clock), clock));
        line.addSubcommand(LakeCommand.line(() -> new GlobalOptions(environment, terminal, clock)));
        line.addSubcommand(TransformCommand.line(() -> new GlobalOptions(environment, terminal, clock)));
        tellVersion(line, Version.line());
        var page = line.getParameterExceptionHandler();
        return line.setParameterExceptionHandler((mistake, arguments) ->
                        mistake.getCommandLine().getSubcommands().isEmpty()
                                ? misused(mistake)
                                : page.handleParseException(mistake, arguments))
                .setOut(writer(terminal.out()))
                .setErr(writer(terminal.err()))
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(Math.max(55, terminal.width()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.interactive() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, terminal));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    private static void tellVersion(CommandLine line, String version) {
        line.getCommandSpec().version(version);
        line.getSubcommands().values().forEach(command -> tellVersion(command, version));
    }

    /** A wrong option of a known command gets a one-line message, not a page of help. */
    private static int misused(ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        command.getErr()
                .println(mistake.getMessage() + " See "
                        + command.getCommandSpec().qualifiedName() + " --help.");
        return ExitCode.USAGE;
    }

    private static int failed(Exception failure, Terminal terminal) throws Exception {
        return switch (failure) {
            case FailureException expected -> {
                terminal.tell(expected.failure());
                yield ExitCode.FAILED;
            }
            default -> throw failure;
        };
    }

    private static PrintWriter writer(java.io.PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
