package io.duckboard.boardpage.ui;

import io.duckboard.board.Show;
import io.duckboard.board.Tile;
import io.duckboard.boardpage.TileRows;
import io.duckboard.boardpage.Writing;
import io.duckboard.engine.sql.SqlType;
import io.duckboard.ui.chart.ChartKind;
import io.duckboard.ui.chart.Histogram;
import io.duckboard.ui.chart.answer.Bins;
import io.duckboard.ui.chart.answer.Drawing;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Draws the rows of a tile as its file says. */
final class TileDrawing {

    /** As many as a histogram has if its file does not say. */
    private static final int BINS = 20;

    private TileDrawing() {}

    /** The kind of a chart; empty if the tile shows none. */
    static Optional<ChartKind> kind(Show show) {
        return switch (show) {
            case Show.Plot plot -> Optional.of(kind(plot));
            case Show.Pie _ -> Optional.of(ChartKind.PIE);
            case Show.Histogram _ -> Optional.of(ChartKind.HISTOGRAM);
            case Show.HeatMap _ -> Optional.of(ChartKind.HEAT_MAP);
            case Show.ZoneMap _ -> Optional.of(ChartKind.MAP);
            case Show.Figure _, Show.Table _ -> Optional.empty();
        };
    }

    private static ChartKind kind(Show.Plot plot) {
        return switch (plot.style()) {
            case BAR -> plot.growth() == Show.Growth.RIGHT ? ChartKind.HORIZONTAL_BARS : ChartKind.COLUMNS;
            case STACKED_BAR -> ChartKind.STACKED;
            case LINE -> ChartKind.LINE;
            case AREA -> ChartKind.AREA;
            case SCATTER -> ChartKind.SCATTER;
        };
    }

    /** @param rows at least one, with all columns that the tile needs */
    static Drawing of(Tile.Query tile, TileRows rows) {
        return switch (tile.show()) {
            case Show.Plot plot -> plot(tile, plot, rows);
            case Show.Pie pie ->
                new CategoryTile(tile, rows, new Writing(pie.format()))
                        .draw(ChartKind.PIE, pie.x(), pie.labels(), List.of(pie.y()), Optional.empty(), Writing.PLAIN);
            case Show.ZoneMap map ->
                new CategoryTile(tile, rows, new Writing(map.format()))
                        .draw(
                                ChartKind.MAP,
                                map.label().orElse(map.zone()),
                                new Show.Labels(Optional.of(map.zone()), map.note()),
                                List.of(map.value()),
                                Optional.empty(),
                                Writing.PLAIN);
            case Show.HeatMap map ->
                new CategoryTile(tile, rows, new Writing(map.format()))
                        .draw(
                                ChartKind.HEAT_MAP,
                                map.x(),
                                new Show.Labels(Optional.empty(), Optional.empty()),
                                List.of(map.value()),
                                Optional.of(map.y()),
                                new Writing(map.xFormat()));
            case Show.Histogram histogram -> histogram(tile, histogram, rows);
            case Show.Figure _, Show.Table _ -> throw new IllegalArgumentException("no chart");
        };
    }

    private static Drawing plot(Tile.Query tile, Show.Plot plot, TileRows rows) {
        boolean hasPlaces = switch (plot.style()) {
            case SCATTER -> true;
            case LINE, AREA -> PointTile.hasPlaces(rows.column(plot.x()));
            case BAR, STACKED_BAR -> false;
        };
        return hasPlaces
                ? new PointTile(tile, plot, rows).draw(kind(plot))
                : new CategoryTile(tile, rows, new Writing(plot.format()))
                        .draw(
                                kind(plot),
                                plot.x(),
                                plot.labels(),
                                plot.y(),
                                plot.series(),
                                new Writing(plot.xFormat()));
    }

    private static Drawing histogram(Tile.Query tile, Show.Histogram histogram, TileRows rows) {
        List<BigDecimal> values = rows.rows().stream()
                .flatMap(row -> Writing.number(rows.value(row, histogram.x())).stream())
                .toList();
        if (values.isEmpty()) {
            return new Drawing.Undrawable("No value of " + histogram.x().name() + " is a number that can be drawn.");
        }
        boolean isWhole = new SqlType(rows.column(histogram.x()).type()).isWhole();
        var remarks = new ChartRemarks();
        remarks.leftOut(rows.rows().size() - values.size());
        return new Drawing.Drawn(new Histogram(
                ChartWords.title(tile),
                ChartWords.description(tile, values.size(), "value"),
                histogram.x().name(),
                "rows",
                Bins.of(
                        values,
                        isWhole ? Bins.Wholeness.WHOLE : Bins.Wholeness.FRACTIONS,
                        histogram.bins().orElse(BINS)),
                remarks.all()));
    }
}
