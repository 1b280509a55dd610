package io.duckboard.cli;

import io.duckboard.cli.benchmark.BenchmarkCommand;
import io.duckboard.cli.dashboards.DashboardsCommand;
import io.duckboard.cli.deploy.DeployCommand;
import io.duckboard.cli.deploy.DestroyCommand;
import io.duckboard.cli.deploy.StatusCommand;
import io.duckboard.cli.engine.EngineCommand;
import io.duckboard.cli.lake.LakeCommand;
import io.duckboard.cli.mapreduce.MapReduceCommand;
import io.duckboard.cli.mcp.McpCommand;
import io.duckboard.cli.query.QueryCommand;
import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.StandardInput;
import io.duckboard.cli.terminal.Terminal;
import io.duckboard.cli.token.TokenCommand;
import io.duckboard.cli.transform.TransformCommand;
import io.duckboard.cli.user.UserCommand;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.version.Version;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
        synopsisSubcommandLabel = "COMMAND")
final class Commands implements Runnable {

    private static final String COMPLETION = "generate-completion";
    private static final Set<String> VERSION = Set.of("--version", "-V");

    @Spec
    private CommandSpec spec;

    private Commands() {}

    /**
     * Creates all commands, each with options of its own, so that one run does not affect another.
     *
     * @param clock the clock that the commands use
     */
    static CommandLine line(Map<String, String> environment, Terminal terminal, Clock clock) {
        return line(terminal, subcommands(environment, terminal, clock));
    }

    /**
     * Creates only the command that the arguments begin with, if there is one of that name, and none to tell a version:
     * picocli reads each command's annotations, and there are thirty. A completion is made of all commands.
     */
    static CommandLine line(Map<String, String> environment, Terminal terminal, String[] arguments) {
        var all = subcommands(environment, terminal, Clock.systemUTC());
        String first = arguments.length > 0 ? arguments[0] : "";
        if (VERSION.contains(first) || (!first.equals(COMPLETION) && all.containsKey(first))) {
            all.keySet().retainAll(Set.of(first));
        }
        return line(terminal, all);
    }

    private static Map<String, Supplier<Object>> subcommands(
            Map<String, String> environment, Terminal terminal, Clock clock) {
        Supplier<GlobalOptions> options = () -> new GlobalOptions(environment, terminal, clock);
        var all = new LinkedHashMap<String, Supplier<Object>>();
        // Not GenerateCompletion::new: picocli's classes are old, and a JVM cannot keep such a reference to one.
        all.put(COMPLETION, () -> new GenerateCompletion());
        all.put("benchmark", () -> new BenchmarkCommand(options.get(), clock));
        all.put("dashboard", () -> new DashboardCommand(options.get()));
        all.put("dashboards", () -> DashboardsCommand.line(options));
        all.put("deploy", () -> new DeployCommand(options.get(), clock));
        all.put("destroy", () -> new DestroyCommand(options.get(), clock));
        all.put("engine", () -> new EngineCommand(options.get()));
        all.put("mapreduce", () -> new MapReduceCommand(options.get()));
        all.put("mcp", () -> new McpCommand(options.get(), StandardInput.of(environment)));
        all.put("query", () -> new QueryCommand(options.get(), StandardInput.of(environment)));
        all.put("status", () -> new StatusCommand(options.get(), clock));
        all.put("lake", () -> LakeCommand.line(options));
        all.put("token", () -> TokenCommand.line(options));
        all.put("transform", () -> TransformCommand.line(options));
        all.put("user", () -> UserCommand.line(terminal, StandardInput.of(environment)));
        return all;
    }

    private static CommandLine line(Terminal terminal, Map<String, Supplier<Object>> subcommands) {
        CommandLine line = new CommandLine(new Commands());
        subcommands.forEach((name, subcommand) -> line.addSubcommand(name, subcommand.get()));
        tellVersion(line, "duckboard " + Version.number());
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
