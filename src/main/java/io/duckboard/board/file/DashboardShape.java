package io.duckboard.board.file;

import io.duckboard.board.Dashboard;
import io.duckboard.board.Filter;
import io.duckboard.board.NeededTable;
import io.duckboard.board.yaml.Key;
import io.duckboard.board.yaml.Listed;
import io.duckboard.board.yaml.Part;
import io.duckboard.board.yaml.Parts;
import io.duckboard.board.yaml.Placed;
import io.duckboard.board.yaml.Shape;
import io.duckboard.board.yaml.ShortOrLong;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a file describes a dashboard. */
final class DashboardShape {

    static final Key<String> TITLE = Key.required("title", Types.LINE, "What the page is called.");
    static final Key<String> DESCRIPTION =
            Key.optional("description", Types.TEXT, "A sentence or two below the title.");
    static final Key<Duration> REFRESH =
            Key.optional("refresh", Types.REFRESH, "How often tiles ask again, from 30s to 1h; never, if left out.");
    static final Key<String> FRESHNESS = Key.optional("freshness", Types.LINE, "The table whose age the page tells.");

    private static final Key<String> TABLE = Key.required("table", Types.LINE, "The table's name.");
    private static final Key<String> HINT =
            Key.optional("hint", Types.TEXT, "What to do if the lake has no such table.");
    static final Key<List<NeededTable>> NEEDS = Key.optional(
            "needs",
            new Listed<>(
                    new ShortOrLong<>(
                            new Placed<>(Types.LINE, (name, _) -> new NeededTable(name, "")),
                            Shape.of(
                                    "a table that is needed",
                                    List.of(TABLE, HINT),
                                    members -> new NeededTable(
                                            members.need(TABLE),
                                            members.get(HINT).orElse("")))),
                    20,
                    Listed.Single.REFUSED),
            "The tables without which there is nothing to see.");

    private static final int MOST_FILTERS = 50;
    private static final int MOST_TILES = 200;

    final Key<List<Part<Filter>>> filters;
    final Key<List<Part<WrittenTile>>> tiles;
    final Shape<Dashboard> shape;

    DashboardShape(SqlFiles files) {
        filters = Key.optional(
                "filters", new Parts<>(FilterShape.of(files), MOST_FILTERS), "What people choose above the tiles.");
        tiles = Key.required("tiles", new Parts<>(TileShape.of(files), MOST_TILES), "What is seen, in its order.");
        shape = new Shape<>(
                "a dashboard",
                List.of(TITLE, DESCRIPTION, REFRESH, FRESHNESS, NEEDS, filters, tiles),
                (_, _) -> Optional.empty());
    }
}
