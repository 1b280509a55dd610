package io.duckboard.board.file;

import io.duckboard.board.ColumnName;
import io.duckboard.board.Dashboard;
import io.duckboard.board.Grid;
import io.duckboard.board.GridPlace;
import io.duckboard.board.NeededTable;
import io.duckboard.board.Show;
import io.duckboard.board.Tile;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Writes a dashboard as the file that it is read from. SQL of {@code .sql} files stands in it, and what a file may leave
 * out is left out.
 */
public final class DashboardYaml {

    /** Lists' items of the outermost level. Nothing else begins so, since texts of several lines are further in. */
    private static final Pattern ITEM = Pattern.compile("(?m)^(?=(?:filters|tiles|needs):|  - (?:title|show): )");

    private final boolean isFlowing;

    private DashboardYaml(boolean isFlowing) {
        this.isFlowing = isFlowing;
    }

    /**
     * The text of the file.
     *
     * @throws IllegalArgumentException if one of the tiles is broken, of which nothing is known that could be written
     */
    public static String of(Dashboard dashboard) {
        String yaml = YamlTree.written(new DashboardYaml(isFlowing(dashboard)).dashboard(dashboard));
        return DashboardSchema.FIRST_LINE + "\n"
                + ITEM.matcher(yaml).replaceAll("\n").replaceAll("(?m)^((?:filters|tiles|needs):)\n\n", "$1\n");
    }

    /** The word by which a file says what a tile shows. */
    public static String word(Show show) {
        return ShowYaml.word(show);
    }

    /** Whether each tile is where it comes to lie if nobody says where. */
    private static boolean isFlowing(Dashboard dashboard) {
        var grid = new Grid(List.of());
        return dashboard.tiles().stream()
                .map(tile -> tile.frame().place())
                .allMatch(place -> place.equals(grid.place(
                        new Grid.Wanted(OptionalInt.empty(), OptionalInt.empty(), place.width(), place.height()))));
    }

    private Node dashboard(Dashboard dashboard) {
        var tree =
                new YamlTree().put("title", dashboard.title()).putUnlessEmpty("description", dashboard.description());
        tree.putAny("refresh", dashboard.refresh().map(DashboardYaml::refresh));
        tree.putAny("freshness", dashboard.freshness().map(YamlTree::text));
        if (!dashboard.needs().isEmpty()) {
            tree.put(
                    "needs",
                    YamlTree.lines(dashboard.needs().stream()
                            .map(DashboardYaml::needed)
                            .toList()));
        }
        if (!dashboard.filters().isEmpty()) {
            tree.put(
                    "filters",
                    YamlTree.lines(
                            dashboard.filters().stream().map(FilterYaml::of).toList()));
        }
        return tree.put(
                        "tiles",
                        YamlTree.lines(
                                dashboard.tiles().stream().map(this::tile).toList()))
                .lines();
    }

    private static Node needed(NeededTable table) {
        return table.hint().isEmpty()
                ? YamlTree.text(table.name())
                : new YamlTree()
                        .put("table", table.name())
                        .put("hint", table.hint())
                        .lines();
    }

    private static Node refresh(Duration time) {
        long seconds = time.toSeconds();
        return YamlTree.bare(
                seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s");
    }

    private Node tile(Tile tile) {
        var tree = new YamlTree()
                .putUnlessEmpty("title", tile.frame().title())
                .put("show", show(tile))
                .putUnlessEmpty("description", tile.frame().description());
        switch (tile) {
            case Tile.Query query -> query(query, tree);
            case Tile.Text text -> {
                place(text.frame().place(), GridPlace.COLUMNS, ShowYaml.HEIGHT_OF_TEXT, tree);
                tree.put("text", YamlTree.block(text.markdown()));
            }
            case Tile.Broken _ -> throw new IllegalArgumentException("a broken tile");
        }
        return tree.lines();
    }

    private static String show(Tile tile) {
        return tile instanceof Tile.Query query ? ShowYaml.word(query.show()) : "text";
    }

    private void query(Tile.Query query, YamlTree tree) {
        new ShowYaml(query.show()).addTo(tree);
        if (!query.sort().isEmpty()) {
            tree.put(
                    "sort",
                    YamlTree.oneLine(query.sort().stream().map(ShowYaml::sorted).toList()));
        }
        query.limit().ifPresent(limit -> tree.put("limit", limit));
        tree.putAny(
                "on_click",
                query.onClick()
                        .map(click -> YamlTree.text("set " + click.filter()
                                + click.column()
                                        .map(column -> " to " + column.name())
                                        .orElse(""))));
        tree.putAny("refresh", query.refresh().map(DashboardYaml::refresh));
        tree.putAny("remark", query.remark().map(ColumnName::name).map(YamlTree::text));
        tree.putUnlessEmpty("empty", query.empty());
        tree.putAny("mark", query.mark().map(YamlTree::text));
        ShowShape usual = Objects.requireNonNull(ShowShape.all().get(ShowYaml.word(query.show())));
        place(query.frame().place(), usual.width(), usual.height(), tree);
        tree.put("sql", YamlTree.block(query.sql().text()));
    }

    private void place(GridPlace place, int usualWidth, int usualHeight, YamlTree tree) {
        var written = new YamlTree();
        if (!isFlowing) {
            written.put("column", place.column()).put("row", place.row());
        }
        int free = GridPlace.COLUMNS + 1 - (isFlowing ? 1 : place.column());
        if (place.width() != Math.min(usualWidth, free)) {
            written.put("width", place.width());
        }
        if (place.height() != usualHeight) {
            written.put("height", place.height());
        }
        if (!written.isEmpty()) {
            tree.put("place", written.oneLine());
        }
    }
}
