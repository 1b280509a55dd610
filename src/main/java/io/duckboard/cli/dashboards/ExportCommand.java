package io.duckboard.cli.dashboards;

import io.duckboard.board.Dashboard;
import io.duckboard.board.FilterValues;
import io.duckboard.board.export.ExportedPage;
import io.duckboard.board.folder.FolderDashboard;
import io.duckboard.board.rule.RuleMade;
import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.Interruption;
import io.duckboard.client.EngineTarget;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QuerySettings;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.format.Figures;
import io.duckboard.format.NearName;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = {
            "Write a dashboard as one page of HTML, with the data as of now, that needs no network.",
            "The exit code is 1 if a tile has no answer; it says why in its place, and the page is written."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options;

    @Mixin
    private final FolderOption folder = new FolderOption();

    @Mixin
    private final OutOption out = new OutOption();

    @Parameters(
            paramLabel = "NAME",
            description = "The dashboard. Where there is none, overview is the one that is made by rule.")
    private String name = "";

    @Option(
            names = "--filter",
            paramLabel = "NAME=VALUE",
            description = "A filter's value, as the page's address has it. Several of one name are several values.")
    private List<String> filters = List.of();

    @Spec
    private CommandSpec spec;

    ExportCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        Path file = out.file()
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "Name the file: --out FILE.html"));
        out.check(file);
        List<FolderDashboard> all = folder.dashboardsIfAny(options);
        QuerySettings settings = options.querySettings();
        Instant now = options.clock().instant();
        try (var interruption = new Interruption();
                EngineTarget<QueryEngine> engine = options.openEngine();
                var _ = interruption.meanwhile(engine::close)) {
            Dashboard dashboard = dashboard(all, engine.engine());
            var page = ExportedPage.ask(
                    dashboard,
                    values(dashboard, LocalDate.ofInstant(now, ZoneOffset.UTC)),
                    engine.engine(),
                    settings.sharedWorkers().orElseGet(settings::callsAtOnce),
                    now);
            out.write(file, page.html());
            if (page.refused() > 0) {
                options.terminal()
                        .err()
                        .println(Figures.count(page.refused(), "tile") + " without an answer; the page says why.");
            }
            return page.refused() > 0 ? ExitCode.FAILED : ExitCode.DONE;
        }
    }

    private Dashboard dashboard(List<FolderDashboard> all, QueryEngine engine) {
        if (all.isEmpty() && name.equals(RuleMade.NAME.name())) {
            return RuleMade.of(engine);
        }
        List<String> known = all.stream().map(each -> each.name().name()).toList();
        FolderDashboard named = all.stream()
                .filter(each -> each.name().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FailureException(
                        "There is no dashboard " + name + ".",
                        NearName.hint(
                                name,
                                known,
                                all.isEmpty()
                                        ? "There is none at all: " + RuleMade.NAME.name() + " is made by rule."
                                        : "duckboard dashboards ls lists them.")));
        return named.now()
                .dashboard()
                .orElseThrow(() -> new FailureException(
                        "The dashboard " + name + " cannot be read.", "duckboard dashboards check says why."));
    }

    private FilterValues values(Dashboard dashboard, LocalDate today) {
        Map<String, List<String>> address = new LinkedHashMap<>();
        for (String filter : filters) {
            int equals = filter.indexOf('=');
            if (equals < 1) {
                throw new ParameterException(spec.commandLine(), "Write --filter NAME=VALUE, not “" + filter + "”.");
            }
            address.computeIfAbsent(filter.substring(0, equals), _ -> new ArrayList<>())
                    .add(filter.substring(equals + 1));
        }
        FilterValues.Addressed read = FilterValues.of(dashboard, address, today);
        if (!read.objections().isEmpty()) {
            throw new FailureException(String.join(" ", read.objections()), "");
        }
        return read.values();
    }
}
