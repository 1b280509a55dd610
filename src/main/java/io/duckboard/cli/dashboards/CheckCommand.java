package io.duckboard.cli.dashboards;

import io.duckboard.board.FileProblem;
import io.duckboard.board.check.CheckedQuery;
import io.duckboard.board.check.QueryCheck;
import io.duckboard.board.folder.FolderDashboard;
import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.Interruption;
import io.duckboard.client.EngineTarget;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QuerySettings;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.format.Figures;
import io.duckboard.format.Harmless;
import io.duckboard.format.NearName;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.jr.ob.JSON;

@Command(
        name = "check",
        description = {
            "Check the dashboards' files, and test every query without running it.",
            "The exit code is 1 if there is an error; a warning is none."
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private static final JSON PRETTY = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);

    @Mixin
    private final GlobalOptions options;

    @Mixin
    private final FolderOption folder = new FolderOption();

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Check these alone.")
    private List<String> names = List.of();

    @Option(names = "--files", description = "Check the files alone, without an engine.")
    private boolean filesAlone;

    CheckCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        List<FolderDashboard> dashboards = chosen(folder.dashboards(options));
        var problems = new ArrayList<FileProblem>();
        dashboards.forEach(dashboard -> problems.addAll(dashboard.now().problems()));
        List<CheckedQuery> queries = filesAlone ? List.of() : queries(dashboards);
        if (!queries.isEmpty()) {
            problems.addAll(tested(queries));
        }
        print(dashboards.size(), queries.size(), problems);
        return problems.stream().anyMatch(FileProblem::isError) ? ExitCode.FAILED : ExitCode.DONE;
    }

    private List<FolderDashboard> chosen(List<FolderDashboard> all) {
        List<String> known =
                all.stream().map(dashboard -> dashboard.name().name()).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new FailureException(
                        "There is no dashboard " + name + ".",
                        NearName.hint(name, known, "duckboard dashboards ls lists them."));
            }
        }
        return all.stream()
                .filter(dashboard ->
                        names.isEmpty() || names.contains(dashboard.name().name()))
                .toList();
    }

    private List<CheckedQuery> queries(List<FolderDashboard> dashboards) {
        LocalDate today = LocalDate.ofInstant(options.clock().instant(), ZoneOffset.UTC);
        return dashboards.stream()
                .flatMap(dashboard -> dashboard.now().dashboard().stream())
                .flatMap(dashboard -> CheckedQuery.of(dashboard, today).stream())
                .toList();
    }

    private List<FileProblem> tested(List<CheckedQuery> queries) {
        QuerySettings settings = options.querySettings();
        try (var interruption = new Interruption();
                EngineTarget<QueryEngine> engine = options.openEngine();
                var _ = interruption.meanwhile(engine::close)) {
            return new QueryCheck(engine.engine(), settings.sharedWorkers().orElseGet(settings::callsAtOnce))
                    .run(queries);
        }
    }

    private void print(int dashboards, int queries, List<FileProblem> problems) {
        PrintStream out = options.terminal().out();
        if (options.json()) {
            out.println(
                    PRETTY.asString(problems.stream().map(CheckCommand::members).toList()));
            return;
        }
        problems.forEach(problem -> out.println(Harmless.line(problem.toString())));
        long errors = problems.stream().filter(FileProblem::isError).count();
        options.terminal()
                .err()
                .println(Figures.count(dashboards, "dashboard")
                        + (filesAlone ? "" : ", queries tested: " + Figures.count(queries)) + "; "
                        + Figures.count(errors, "error") + ", "
                        + Figures.count(problems.size() - errors, "warning") + ".");
    }

    private static Map<String, Object> members(FileProblem problem) {
        var members = new LinkedHashMap<String, Object>();
        members.put("severity", problem.severity().word());
        members.put("file", problem.spot().file());
        members.put("line", problem.spot().line());
        members.put("column", problem.spot().column());
        members.put("message", problem.message());
        problem.meant().ifPresent(meant -> members.put("meant", meant));
        members.put("hint", problem.hint());
        return members;
    }
}
