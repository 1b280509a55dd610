package io.duckboard.board.file;

import io.duckboard.board.ColumnName;
import io.duckboard.board.Format;
import io.duckboard.board.Show;
import io.duckboard.board.yaml.Key;
import io.duckboard.board.yaml.Listed;
import io.duckboard.board.yaml.Members;
import io.duckboard.board.yaml.Problems;
import io.duckboard.board.yaml.Shape;
import io.duckboard.board.yaml.TrueOrFalse;
import io.duckboard.board.yaml.WholeNumber;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * How a file says what a tile makes of an answer.
 *
 * @param keys beside those that all tiles have
 * @param width in columns, unless the file says otherwise
 * @param height in rows, unless the file says otherwise
 */
record ShowShape(String what, List<Key<?>> keys, int width, int height, Shape.Builder<Show> builder) {

    static final int USUAL_WIDTH = 6;
    static final int USUAL_HEIGHT = 4;

    private static final Key<ColumnName> X = Key.required("x", Types.COLUMN, "The column along the bottom.");
    private static final Key<List<ColumnName>> Y = Key.required(
            "y",
            new Listed<>(Types.COLUMN, 20, Listed.Single.ALLOWED),
            "The column of values; several are several series.");
    private static final Key<ColumnName> SERIES =
            Key.optional("series", Types.COLUMN, "The column that divides the rows into series.");
    private static final Key<Boolean> HORIZONTAL =
            Key.optional("horizontal", new TrueOrFalse(), "Whether bars lie, so that long labels can be read.");
    private static final Key<ColumnName> ID =
            Key.optional("id", Types.COLUMN, "The column by which tiles know the same value, and which a click sets.");
    static final Key<ColumnName> NOTE = Key.optional("note", Types.COLUMN, "The column with a further text.");
    static final Key<Format> FORMAT = Key.optional("format", FormatShape.TYPE, "How values are written.");
    private static final Key<Format> X_FORMAT =
            Key.optional("x_format", FormatShape.TYPE, "How the values along the bottom are written.");

    private static final Key<ColumnName> SLICE = Key.required("x", Types.COLUMN, "The column of the slices' names.");
    private static final Key<ColumnName> ONE_Y = Key.required("y", Types.COLUMN, "The column of values.");
    private static final Key<ColumnName> COUNTED =
            Key.required("x", Types.COLUMN, "The column of the values that are counted.");
    private static final Key<Integer> BINS =
            Key.optional("bins", new WholeNumber(1, 200), "How many bars at most; as the values suggest, if left out.");
    private static final Key<ColumnName> DOWN = Key.required("y", Types.COLUMN, "The column along the side.");
    private static final Key<ColumnName> SHADE =
            Key.required("value", Types.COLUMN, "The column of values, by which fields are shaded.");
    private static final Key<ColumnName> ZONE =
            Key.required("zone", Types.COLUMN, "The column with the ids of New York's taxi zones.");
    private static final Key<ColumnName> LABEL = Key.optional("label", Types.COLUMN, "The column of the zones' names.");

    /** All of them, by their words. */
    static SequencedMap<String, ShowShape> all() {
        return Types.words(words -> {
            words.put("number", FigureShape.SHAPE);
            words.put("bar", bars("a bar chart", Show.Style.BAR));
            words.put("stacked bar", bars("a stacked bar chart", Show.Style.STACKED_BAR));
            words.put("line", plot("a line chart", Show.Style.LINE));
            words.put("area", plot("an area chart", Show.Style.AREA));
            words.put("scatter", plot("a scatter chart", Show.Style.SCATTER));
            words.put("pie", pie());
            words.put("histogram", histogram());
            words.put("heat map", heatMap());
            words.put("map", map());
            words.put("table", TableShape.SHAPE);
        });
    }

    private static ShowShape bars(String what, Show.Style style) {
        return usual(
                what,
                List.of(X, Y, SERIES, HORIZONTAL, ID, NOTE, FORMAT, X_FORMAT),
                (members, problems) -> plot(style, members, problems));
    }

    private static ShowShape plot(String what, Show.Style style) {
        return usual(
                what,
                List.of(X, Y, SERIES, ID, NOTE, FORMAT, X_FORMAT),
                (members, problems) -> plot(style, members, problems));
    }

    private static Optional<Show> plot(Show.Style style, Members members, Problems problems) {
        List<ColumnName> y = members.need(Y);
        if (y.isEmpty()) {
            problems.error(members.spot(Y), "“y” names no column.", "Write y: COLUMN.");
            return Optional.empty();
        }
        if (y.size() > 1 && members.get(SERIES).isPresent()) {
            problems.error(
                    members.spot(SERIES), "There are several columns in “y” and a “series”.", "Leave out one of them.");
            return Optional.empty();
        }
        return Optional.of(new Show.Plot(
                style,
                members.get(HORIZONTAL).orElse(false) ? Show.Growth.RIGHT : Show.Growth.UP,
                members.need(X),
                y,
                members.get(SERIES),
                labels(members),
                members.get(FORMAT),
                members.get(X_FORMAT)));
    }

    private static ShowShape pie() {
        return usual(
                "a pie chart",
                List.of(SLICE, ONE_Y, ID, NOTE, FORMAT),
                (members, _) -> Optional.of(
                        new Show.Pie(members.need(SLICE), members.need(ONE_Y), labels(members), members.get(FORMAT))));
    }

    private static ShowShape histogram() {
        return usual(
                "a histogram",
                List.of(COUNTED, BINS, X_FORMAT),
                (members, _) -> Optional.of(new Show.Histogram(
                        members.need(COUNTED),
                        members.get(BINS).stream().mapToInt(Integer::intValue).findFirst(),
                        members.get(X_FORMAT))));
    }

    private static ShowShape heatMap() {
        return usual(
                "a heat map",
                List.of(X, DOWN, SHADE, FORMAT, X_FORMAT),
                (members, _) -> Optional.of(new Show.HeatMap(
                        members.need(X),
                        members.need(DOWN),
                        members.need(SHADE),
                        members.get(FORMAT),
                        members.get(X_FORMAT))));
    }

    private static ShowShape map() {
        return usual(
                "a map",
                List.of(ZONE, SHADE, LABEL, NOTE, FORMAT),
                (members, _) -> Optional.of(new Show.ZoneMap(
                        members.need(ZONE),
                        members.need(SHADE),
                        members.get(LABEL),
                        members.get(NOTE),
                        members.get(FORMAT))));
    }

    private static ShowShape usual(String what, List<Key<?>> keys, Shape.Builder<Show> builder) {
        return new ShowShape(what, keys, USUAL_WIDTH, USUAL_HEIGHT, builder);
    }

    private static Show.Labels labels(Members members) {
        return new Show.Labels(members.get(ID), members.get(NOTE));
    }
}
