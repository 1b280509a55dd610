package io.duckboard.board.file;

import io.duckboard.board.ColumnName;
import io.duckboard.board.FileProblem;
import io.duckboard.board.Grid;
import io.duckboard.board.GridPlace;
import io.duckboard.board.OnClick;
import io.duckboard.board.Show;
import io.duckboard.board.SortKey;
import io.duckboard.board.Spot;
import io.duckboard.board.SqlText;
import io.duckboard.board.Tile;
import io.duckboard.board.yaml.Choice;
import io.duckboard.board.yaml.Key;
import io.duckboard.board.yaml.Listed;
import io.duckboard.board.yaml.Matched;
import io.duckboard.board.yaml.Members;
import io.duckboard.board.yaml.Named;
import io.duckboard.board.yaml.Placed;
import io.duckboard.board.yaml.Problems;
import io.duckboard.board.yaml.Shape;
import io.duckboard.board.yaml.Text;
import io.duckboard.board.yaml.WholeNumber;
import io.duckboard.board.yaml.YamlValue;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a file describes a tile. */
final class TileShape {

    static final Key<String> TITLE = Key.optional("title", Types.LINE, "What stands above the tile.");
    private static final Key<String> DESCRIPTION =
            Key.optional("description", Types.TEXT, "What is seen, for those who wonder or cannot see it.");
    private static final Key<String> MARKDOWN = Key.required("text", new Text(1, 100_000), "Markdown, without HTML.");
    static final Named<List<SortKey>> SORTED =
            new Named<>("sort", new Listed<>(new Placed<>(Types.LINE, TileShape::sortKey), 8, Listed.Single.ALLOWED));
    private static final Key<List<SortKey>> SORT = Key.optional(
            "sort",
            SORTED,
            "The columns by which rows are sorted, each with “desc” after it if the largest comes first.");
    private static final Key<Integer> LIMIT =
            Key.optional("limit", new WholeNumber(1, Tile.Query.MOST_ROWS), "How many rows are shown.");
    private static final Key<OnClick> ON_CLICK = Key.optional(
            "on_click",
            new Placed<>(
                    new Matched<>(
                            "set " + Types.NAME_FORM + "(?: to .{1,200})?",
                            "“set FILTER” or “set FILTER to COLUMN”",
                            Optional::of),
                    TileShape::onClick),
            "What a click on a value does: set FILTER, or set FILTER to COLUMN.");
    private static final Key<Duration> REFRESH = Key.optional(
            "refresh", Types.REFRESH, "How often it asks again, from 30s to 1h; as the dashboard, if left out.");
    private static final Key<ColumnName> REMARK =
            Key.optional("remark", Types.COLUMN, "The column whose value in the first row stands beside the title.");
    private static final Key<String> EMPTY =
            Key.optional("empty", Types.TEXT, "What stands there if there are no rows.");
    private static final Key<String> MARK = Key.optional(
            "mark", Types.NAME, "A word: tiles of the same word mark the same value when one of them is pointed at.");

    private final Key<SqlText> sql;

    private TileShape(SqlFiles files) {
        this.sql = Key.required(
                "sql", new SqlValue(files), "One SELECT, with $name for filters, or the name of a .sql file.");
    }

    static Choice<WrittenTile> of(SqlFiles files) {
        var shape = new TileShape(files);
        return new Choice<>("a tile", "show", "What is made of the answer.", Types.words(words -> {
            ShowShape.all().forEach((word, show) -> words.put(word, shape.query(show)));
            words.put("text", text());
        }));
    }

    private Shape<WrittenTile> query(ShowShape show) {
        List<Key<?>> keys = Stream.of(
                        List.<Key<?>>of(TITLE, DESCRIPTION, sql),
                        show.keys(),
                        List.<Key<?>>of(SORT, LIMIT, PlaceShape.PLACE, ON_CLICK, REFRESH, REMARK, EMPTY, MARK))
                .flatMap(List::stream)
                .toList();
        return new Shape<>(
                show.what(),
                keys,
                (members, problems) -> show.builder()
                        .build(members, problems)
                        .filter(built -> isClickable(members, built, problems))
                        .map(built -> new WrittenTile(
                                wanted(members, show.width(), show.height()),
                                place -> query(members, built, frame(members, place)))));
    }

    private static boolean isClickable(Members members, Show show, Problems problems) {
        boolean isVague = members.get(ON_CLICK)
                .filter(click -> click.column().isEmpty() && show.clicked().isEmpty())
                .isPresent();
        if (isVague) {
            problems.error(
                    members.spot(ON_CLICK),
                    "It is not said which column's value the filter gets.",
                    "Write set FILTER to COLUMN.");
        }
        return !isVague;
    }

    private Tile query(Members members, Show show, Tile.Frame frame) {
        return new Tile.Query(
                frame,
                members.need(sql),
                show,
                members.get(SORT).orElse(List.of()),
                members.get(LIMIT).stream().mapToInt(Integer::intValue).findFirst(),
                members.get(ON_CLICK),
                members.get(REFRESH),
                members.get(REMARK),
                members.get(EMPTY).orElse(""),
                members.get(MARK));
    }

    private static Shape<WrittenTile> text() {
        return Shape.of(
                "a text",
                List.of(TITLE, DESCRIPTION, MARKDOWN, PlaceShape.PLACE),
                members -> new WrittenTile(
                        wanted(members, GridPlace.COLUMNS, 2),
                        place -> new Tile.Text(frame(members, place), members.need(MARKDOWN))));
    }

    /** What can be told of a tile that is broken: its title, and where it is to be. */
    static WrittenTile broken(YamlValue value, List<FileProblem> problems) {
        Optional<Members> members = new Shape<WrittenTile>(
                        "a tile", List.of(TITLE, PlaceShape.PLACE), (_, _) -> Optional.empty())
                .members(value, new Problems());
        String title = members.flatMap(all -> all.get(TITLE)).orElse("");
        PlaceShape.Place place =
                members.flatMap(all -> all.get(PlaceShape.PLACE)).orElse(PlaceShape.Place.ANY);
        return new WrittenTile(
                place.sized(ShowShape.USUAL_WIDTH, ShowShape.USUAL_HEIGHT),
                found -> new Tile.Broken(new Tile.Frame(title, "", found, value.spot()), problems));
    }

    private static Grid.Wanted wanted(Members members, int width, int height) {
        return members.get(PlaceShape.PLACE).orElse(PlaceShape.Place.ANY).sized(width, height);
    }

    private static Tile.Frame frame(Members members, GridPlace place) {
        return new Tile.Frame(
                members.get(TITLE).orElse(""), members.get(DESCRIPTION).orElse(""), place, members.spot());
    }

    private static SortKey sortKey(String text, Spot spot) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean descends = lower.endsWith(" desc");
        int end = descends
                ? text.length() - " desc".length()
                : lower.endsWith(" asc") ? text.length() - " asc".length() : text.length();
        return new SortKey(
                new ColumnName(text.substring(0, end).strip(), spot),
                descends ? SortKey.Direction.DESCENDING : SortKey.Direction.ASCENDING);
    }

    private static OnClick onClick(String text, Spot spot) {
        String[] parts = text.substring("set ".length()).split(" to ", 2);
        return new OnClick(
                parts[0],
                parts.length == 2 ? Optional.of(new ColumnName(parts[1].strip(), spot)) : Optional.empty(),
                spot);
    }
}
