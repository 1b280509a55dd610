package io.duckboard.cli.dashboards;

import io.duckboard.board.Dashboard;
import io.duckboard.board.FileProblem;
import io.duckboard.board.Filter;
import io.duckboard.board.folder.FolderDashboard;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.TextTable;
import io.duckboard.format.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.jr.ob.JSON;

@Command(name = "ls", description = "List the dashboards, by folder.", mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {

    private static final JSON PRETTY = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);

    @Mixin
    private final GlobalOptions options;

    @Mixin
    private final FolderOption folder = new FolderOption();

    ListCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public void run() {
        List<FolderDashboard> dashboards = folder.dashboards(options);
        options.terminal().out().print(options.json() ? json(dashboards) : table(dashboards));
        options.terminal().out().flush();
    }

    private static String table(List<FolderDashboard> dashboards) {
        var lines = new TextTable("Name", "Folder", "Title", "Filters", "Tiles", "");
        for (FolderDashboard dashboard : dashboards) {
            Optional<Dashboard> shown = dashboard.shown();
            lines.add(
                    dashboard.name().name(),
                    dashboard.name().folder(),
                    shown.map(Dashboard::title).orElse(""),
                    shown.map(each -> Figures.count(each.filters().size())).orElse(""),
                    shown.map(each -> Figures.count(each.tiles().size())).orElse(""),
                    errors(dashboard) == 0 ? "" : Figures.count(errors(dashboard), "error"));
        }
        return lines.toString();
    }

    private static String json(List<FolderDashboard> dashboards) {
        return PRETTY.asString(dashboards.stream().map(ListCommand::members).toList()) + "\n";
    }

    private static Map<String, Object> members(FolderDashboard dashboard) {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", dashboard.name().name());
        members.put("file", dashboard.name().file());
        dashboard.shown().ifPresent(shown -> {
            members.put("title", shown.title());
            members.put("description", shown.description());
            members.put("filters", shown.filters().stream().map(Filter::name).toList());
            members.put("tiles", shown.tiles().size());
        });
        members.put("errors", errors(dashboard));
        return members;
    }

    private static long errors(FolderDashboard dashboard) {
        return dashboard.now().problems().stream().filter(FileProblem::isError).count();
    }
}
