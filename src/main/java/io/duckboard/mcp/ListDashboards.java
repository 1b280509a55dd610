package io.duckboard.mcp;

import io.duckboard.board.Dashboard;
import io.duckboard.board.folder.FolderDashboard;
import io.duckboard.security.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The dashboards, in a line each. */
final class ListDashboards implements LakeTool {

    /** More would fill what a model can read. */
    private static final int MOST = 200;

    private final Supplier<List<FolderDashboard>> dashboards;

    ListDashboards(Supplier<List<FolderDashboard>> dashboards) {
        this.dashboards = dashboards;
    }

    @Override
    public Place place() {
        return Place.BOARDS;
    }

    @Override
    public String name() {
        return "list_dashboards";
    }

    @Override
    public String title() {
        return "List the dashboards";
    }

    @Override
    public String description() {
        return "The dashboards that people have made, with folders, titles and descriptions. Look here first: what is"
                + " asked may be answered by one.";
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of(
                "contains",
                Map.of(
                        "type",
                        "string",
                        "description",
                        "Only dashboards whose name, title or description contains this, in any case."));
    }

    @Override
    public List<String> required() {
        return List.of();
    }

    @Override
    public Map<String, @Nullable Object> call(ToolArguments arguments) {
        String part = arguments.optionalText("contains").orElse("").toLowerCase(Locale.ROOT);
        List<Dashboard> found = dashboards.get().stream()
                .flatMap(dashboard -> dashboard.shown().stream())
                .filter(dashboard -> words(dashboard).contains(part))
                .toList();
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("notice", RowText.NOTICE);
        answer.put(
                "dashboards",
                found.stream().limit(MOST).map(ListDashboards::line).toList());
        if (found.size() > MOST) {
            answer.put(
                    "cut",
                    "There are " + found.size() + " dashboards. Name a part of what you look for in “contains”.");
        }
        return answer;
    }

    private static String words(Dashboard dashboard) {
        return (dashboard.name().name() + "\n" + dashboard.title() + "\n" + dashboard.description())
                .toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> line(Dashboard dashboard) {
        var line = new LinkedHashMap<String, Object>();
        line.put("name", dashboard.name().name());
        if (!dashboard.name().folder().isEmpty()) {
            line.put("folder", dashboard.name().folder());
        }
        line.put("title", dashboard.title());
        if (!dashboard.description().isEmpty()) {
            line.put("description", RowText.shortened(dashboard.description()));
        }
        line.put("tiles", dashboard.tiles().size());
        return line;
    }
}
