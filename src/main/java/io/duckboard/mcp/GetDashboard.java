package io.duckboard.mcp;

import io.duckboard.board.Dashboard;
import io.duckboard.board.FileProblem;
import io.duckboard.board.Filter;
import io.duckboard.board.FilterValues;
import io.duckboard.board.Tile;
import io.duckboard.board.file.DashboardYaml;
import io.duckboard.board.folder.FolderDashboard;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.format.NearName;
import io.duckboard.security.Asking;
import io.duckboard.security.Place;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard: its filters, and what its tiles show. Whoever may not ask in SQL is told no SQL, and sends none: values of
 * filters are bound, as on the page.
 */
final class GetDashboard implements LakeTool {

    private static final int USUAL_ROWS = 20;
    private static final int MOST_ROWS = 200;

    private final AgentQueries queries;
    private final Supplier<List<FolderDashboard>> dashboards;
    private final Clock clock;

    GetDashboard(AgentQueries queries, Supplier<List<FolderDashboard>> dashboards, Clock clock) {
        this.queries = queries;
        this.dashboards = dashboards;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.BOARDS;
    }

    @Override
    public String name() {
        return "get_dashboard";
    }

    @Override
    public String title() {
        return "Read a dashboard";
    }

    @Override
    public String description() {
        return "A dashboard's filters with their values, and its tiles with the rows that they show as of now.";
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of(
                "name",
                Map.of("type", "string", "description", "As list_dashboards names it."),
                "filters",
                Map.of(
                        "type",
                        "array",
                        "items",
                        Map.of("type", "string"),
                        "description",
                        "Values of filters, each as name=value; days as name=2019-04-01..2019-04-07; several values of"
                                + " one filter one by one. The others have their defaults."),
                "rows",
                Map.of(
                        "type",
                        "integer",
                        "minimum",
                        0,
                        "maximum",
                        MOST_ROWS,
                        "description",
                        "Rows of each tile at most; " + USUAL_ROWS + " if left out. With 0 nothing is asked."));
    }

    @Override
    public List<String> required() {
        return List.of("name");
    }

    @Override
    public Map<String, @Nullable Object> call(ToolArguments arguments) {
        Dashboard dashboard = dashboard(arguments.text("name"));
        FilterValues values = values(dashboard, arguments.texts("filters"));
        int rows = arguments.count("rows").orElse(USUAL_ROWS);
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("notice", RowText.NOTICE);
        answer.put("name", dashboard.name().name());
        answer.put("title", dashboard.title());
        answer.put("description", dashboard.description());
        answer.put(
                "filters",
                dashboard.filters().stream()
                        .map(filter -> filter(filter, values))
                        .toList());
        var room = new Room();
        var tiles = new ArrayList<Map<String, @Nullable Object>>();
        for (Tile tile : dashboard.tiles()) {
            tiles.add(tile(tile, values, room.isFull() ? 0 : rows, room));
        }
        answer.put("tiles", tiles);
        if (room.isFull()) {
            answer.put(
                    "cut",
                    "Tiles at the end have no rows, since more would be longer than a model can take. Ask for fewer rows.");
        }
        return answer;
    }

    /** What a model can read of all tiles together. */
    private static final class Room {

        private static final int CHARACTERS = 60_000;

        private int taken;

        void take(Map<String, @Nullable Object> tile) {
            taken += ToolJson.of(tile).length();
        }

        boolean isFull() {
            return taken > CHARACTERS;
        }
    }

    private Dashboard dashboard(String name) {
        List<Dashboard> all = dashboards.get().stream()
                .flatMap(dashboard -> dashboard.shown().stream())
                .toList();
        return all.stream()
                .filter(dashboard -> dashboard.name().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ToolException(
                        "There is no dashboard “" + name + "”.",
                        NearName.hint(
                                name,
                                all.stream()
                                        .map(dashboard -> dashboard.name().name())
                                        .toList(),
                                "list_dashboards names them.")));
    }

    private FilterValues values(Dashboard dashboard, List<String> sent) {
        Map<String, List<String>> address = new LinkedHashMap<>();
        for (String filter : sent) {
            int equals = filter.indexOf('=');
            if (equals < 1) {
                throw new ToolException("“" + filter + "” is no value of a filter.", "Send it as name=value.");
            }
            address.computeIfAbsent(filter.substring(0, equals), _ -> new ArrayList<>())
                    .add(filter.substring(equals + 1));
        }
        FilterValues.Addressed read =
                FilterValues.of(dashboard, address, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (!read.objections().isEmpty()) {
            throw new ToolException(String.join(" ", read.objections()), "");
        }
        return read.values();
    }

    private static Map<String, @Nullable Object> filter(Filter filter, FilterValues values) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("name", filter.name());
        line.put("label", filter.label());
        line.put("values", filter.write(values.value(filter)));
        return line;
    }

    private Map<String, @Nullable Object> tile(Tile tile, FilterValues values, int rows, Room room) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("title", tile.frame().title());
        if (!tile.frame().description().isEmpty()) {
            line.put("description", RowText.shortened(tile.frame().description()));
        }
        switch (tile) {
            case Tile.Text(var _, String markdown) -> line.put("text", RowText.shortened(markdown));
            case Tile.Broken(var _, List<FileProblem> problems) ->
                line.put("error", problems.stream().map(FileProblem::sentence).toList());
            case Tile.Query query -> query(query, values, rows, line);
        }
        room.take(line);
        return line;
    }

    private void query(Tile.Query query, FilterValues values, int rows, Map<String, @Nullable Object> line) {
        line.put("show", DashboardYaml.word(query.show()));
        if (mayReadSql()) {
            line.put("sql", query.sql().text());
        }
        if (rows > 0) {
            try {
                Answer.Rows answer = queries.ask(Place.BOARDS, query.question(values));
                var shown = new Answer.Rows(
                        answer.metadata(),
                        query.shown(answer).stream().limit(rows).toList());
                line.putAll(RowText.of(shown, rows));
                line.remove("notice");
                if (answer.rows().size() > rows) {
                    line.put("cut", "There are more rows than these " + rows + ". Ask for more by “rows”.");
                }
            } catch (ToolException e) {
                line.put("error", mayReadSql() ? e.getMessage() : withoutSql(e));
            }
        }
    }

    private static boolean mayReadSql() {
        return Asking.now().filter(asker -> asker.may(Place.SQL)).isPresent();
    }

    /** DuckDB quotes the statement after its first line. */
    private static String withoutSql(ToolException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
