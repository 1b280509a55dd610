package io.duckboard.board.file;

import io.duckboard.board.Dashboard;
import io.duckboard.board.DashboardName;
import io.duckboard.board.Spot;
import io.duckboard.board.Tile;
import io.duckboard.board.yaml.Members;
import io.duckboard.board.yaml.Part;
import io.duckboard.board.yaml.Problems;
import io.duckboard.board.yaml.YamlText;
import io.duckboard.board.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/**
 * The text of a dashboard's file.
 *
 * @param files the .sql files beside it
 */
public record DashboardText(DashboardName name, String text, SqlFiles files) {

    /** Reads all of it that is right, and says what is wrong with the rest. */
    public ReadDashboard read() {
        var problems = new Problems();
        var shape = new DashboardShape(files);
        Spot start = Spot.startOf(name.file());
        Optional<YamlValue> root = new YamlText(name.file(), text.replace("\r\n", "\n")).parse(problems);
        if (root.isEmpty() && !problems.hasErrors()) {
            problems.error(start, "The file is empty.", "Begin with “title:” and “tiles:”.");
        }
        Optional<Members> members = root.flatMap(value -> shape.shape.members(value, problems));
        Optional<Dashboard> dashboard = members.map(all -> dashboard(shape, all, problems));
        return new ReadDashboard(name, dashboard, problems.all());
    }

    private Dashboard dashboard(DashboardShape shape, Members members, Problems problems) {
        var filters = new FilterParts(members.get(shape.filters).orElse(List.of()));
        problems.addAll(filters.problems());
        List<Part<WrittenTile>> parts = members.get(shape.tiles).orElse(List.of());
        if (parts.isEmpty() && members.get(shape.tiles).isPresent()) {
            problems.error(members.spot(shape.tiles), "There are no tiles.", "Write “- show: number” and its “sql:”.");
        }
        List<Tile> tiles = new TileParts(parts, filters).tiles();
        tiles.forEach(tile -> {
            if (tile instanceof Tile.Broken broken) {
                problems.addAll(broken.problems());
            }
        });
        problems.addAll(new Warnings(filters.filters(), tiles, parts).all());
        return new Dashboard(
                name,
                members.get(DashboardShape.TITLE).orElse(name.name()),
                members.get(DashboardShape.DESCRIPTION).orElse(""),
                members.get(DashboardShape.REFRESH),
                members.get(DashboardShape.FRESHNESS),
                members.get(DashboardShape.NEEDS).orElse(List.of()),
                filters.filters().stream().map(FilterParts.Found::filter).toList(),
                tiles);
    }
}
