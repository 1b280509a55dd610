package io.duckboard.boardpage.ui;

import io.duckboard.board.ColumnName;
import io.duckboard.board.Format;
import io.duckboard.board.Show;
import io.duckboard.board.Tile;
import io.duckboard.boardpage.TileRows;
import io.duckboard.boardpage.Writing;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.sql.SqlType;
import io.duckboard.ui.chart.Axis;
import io.duckboard.ui.chart.ChartKind;
import io.duckboard.ui.chart.Datum;
import io.duckboard.ui.chart.PointChart;
import io.duckboard.ui.chart.PointSeries;
import io.duckboard.ui.chart.PointSeries.Point;
import io.duckboard.ui.chart.answer.Drawing;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tile's rows as points at numbers or times. */
final class PointTile {

    private static final int MOST_SERIES = 8;

    private final Tile.Query tile;
    private final Show.Plot plot;
    private final TileRows rows;
    private final Writing writing;
    private final Writing along;
    private final boolean isOverTime;
    private int leftOut;

    PointTile(Tile.Query tile, Show.Plot plot, TileRows rows) {
        this.tile = tile;
        this.plot = plot;
        this.rows = rows;
        this.writing = new Writing(plot.format());
        this.along = new Writing(plot.xFormat());
        this.isOverTime = isTime(rows.column(plot.x()));
    }

    /** Whether the values of a column have places on an axis of numbers or times. */
    static boolean hasPlaces(Column column) {
        return isTime(column) || new SqlType(column.type()).isNumber();
    }

    private static boolean isTime(Column column) {
        return column.type().equals("DATE") || column.type().startsWith("TIMESTAMP");
    }

    Drawing draw(ChartKind kind) {
        Map<String, List<Point>> found = new LinkedHashMap<>();
        for (TileRows.Row row : rows.rows()) {
            Optional<Datum> place = place(rows.value(row, plot.x()));
            for (ColumnName column : plot.y()) {
                String name = plot.series()
                        .map(each -> Writing.PLAIN.text(rows.value(row, each)))
                        .orElse(column.name());
                Optional<Point> point =
                        place.flatMap(at -> measure(rows.value(row, column)).map(amount -> new Point(at, amount)));
                point.ifPresentOrElse(
                        each -> found.computeIfAbsent(name, _ -> new ArrayList<>())
                                .add(each),
                        () -> leftOut++);
            }
        }
        if (found.isEmpty()) {
            return new Drawing.Undrawable("No row has values that can be drawn.");
        }
        var remarks = new ChartRemarks();
        remarks.leftOut(leftOut);
        remarks.beyond(Math.min(MOST_SERIES, found.size()), found.size(), "series");
        List<PointSeries> series = found.entrySet().stream()
                .limit(MOST_SERIES)
                .map(each -> new PointSeries(each.getKey(), writing.unit(), ordered(kind, each.getValue())))
                .toList();
        int points = series.stream().mapToInt(each -> each.points().size()).sum();
        return new Drawing.Drawn(new PointChart(
                kind,
                ChartWords.title(tile),
                ChartWords.description(tile, points, "point"),
                new Axis(isOverTime ? Axis.Scale.TIMES : Axis.Scale.NUMBERS, axisName()),
                series,
                remarks.all()));
    }

    /** Dates say by themselves what they are. */
    private String axisName() {
        return isOverTime ? "" : plot.x().name();
    }

    private Optional<Datum> place(@Nullable Object value) {
        if (isOverTime) {
            return Writing.time(value).map(time -> new Datum(milliseconds(time), text(value)));
        }
        return Writing.number(value)
                .filter(number -> Double.isFinite(number.doubleValue()))
                .map(number -> new Datum(along.drawn(number).doubleValue(), text(value)));
    }

    private String text(@Nullable Object value) {
        return plot.xFormat().filter(Format.Date.class::isInstance).isPresent() || !isOverTime
                ? along.text(value)
                : Writing.PLAIN.text(value);
    }

    private Optional<Datum> measure(@Nullable Object value) {
        return Writing.number(value)
                .filter(number -> Double.isFinite(number.doubleValue()))
                .map(number -> new Datum(writing.drawn(number).doubleValue(), writing.figure(number)));
    }

    private static double milliseconds(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private static List<Point> ordered(ChartKind kind, List<Point> points) {
        return kind == ChartKind.SCATTER
                ? points
                : points.stream()
                        .sorted(Comparator.comparingDouble(point -> point.x().value()))
                        .toList();
    }
}
