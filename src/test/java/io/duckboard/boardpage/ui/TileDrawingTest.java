package io.duckboard.boardpage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.board.Filter;
import io.duckboard.board.FilterValue;
import io.duckboard.board.Tile;
import io.duckboard.board.file.DashboardTextSample;
import io.duckboard.boardpage.TileRows;
import io.duckboard.engine.protocol.Column;
import io.duckboard.ui.chart.CategoryChart;
import io.duckboard.ui.chart.ChartKind;
import io.duckboard.ui.chart.ChartSpec;
import io.duckboard.ui.chart.Datum;
import io.duckboard.ui.chart.Histogram;
import io.duckboard.ui.chart.PointChart;
import io.duckboard.ui.chart.Series;
import io.duckboard.ui.chart.answer.Drawing;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A tile's rows are drawn as its file says, and a click on them is a value of a filter. */
class TileDrawingTest {

    private static final String FILTERS = """
            title: T
            filters:
              - {name: zone, kind: several, of: number, sql: SELECT 1}
              - {name: day, kind: date range}
            tiles: [{sql: FROM trips, %s}]
            """;

    @Test
    void drawsBarsByTheirIdsWithNotesAndUnits() {
        Tile.Query tile = tile("show: bar, horizontal: true, x: Zone, y: trips, id: id, note: note,"
                + " format: {kind: number, unit: trips}, on_click: set zone");
        TileRows rows = rows(
                "id:BIGINT,zone:VARCHAR,trips:BIGINT,note:VARCHAR",
                row(237, "Upper East Side", 1432, "Manhattan"),
                row(1, "Newark", null, null));

        CategoryChart chart = (CategoryChart) drawn(tile, rows);

        assertThat(chart.kind()).isEqualTo(ChartKind.HORIZONTAL_BARS);
        assertThat(chart.categories().getFirst().id()).isEqualTo("237");
        assertThat(chart.categories().getFirst().label()).isEqualTo("Upper East Side");
        assertThat(chart.categories().getFirst().note()).isEqualTo("Manhattan");
        assertThat(texts(chart.series().getFirst())).containsExactly("1,432", "none");
        assertThat(chart.series().getFirst().unit()).isEqualTo("trips");
        assertThat(chart.remarks()).containsExactly("Left out: 1 value without a place in the chart.");
    }

    @Test
    void dividesRowsIntoSeriesAndAddsThemUp() {
        Tile.Query tile = tile("show: stacked bar, x: hour, y: trips, series: borough");
        TileRows rows = rows(
                "hour:BIGINT,borough:VARCHAR,trips:BIGINT",
                row(1, "Queens", 2),
                row(1, "Bronx", 3),
                row(2, "Queens", 4),
                row(2, "Queens", 5));

        CategoryChart chart = (CategoryChart) drawn(tile, rows);

        assertThat(chart.series()).extracting(Series::name).containsExactly("Queens", "Bronx");
        assertThat(texts(chart.series().get(0))).containsExactly("2", "9");
        assertThat(texts(chart.series().get(1))).containsExactly("3", "none");
        assertThat(chart.remarks())
                .containsExactly("Several rows have the same hour and borough: their values are added up.");
    }

    @Test
    void keepsApartWhatALabelRoundsToTheSame() {
        Tile.Query tile = tile("show: bar, x: rate, y: trips");

        CategoryChart chart =
                (CategoryChart) drawn(tile, rows("rate:DOUBLE,trips:BIGINT", row(1.001, 2), row(1.002, 3)));

        assertThat(texts(chart.series().getFirst())).containsExactly("2", "3");
        assertThat(chart.remarks()).isEmpty();
    }

    @Test
    void drawsSharesAsPercentages() {
        Tile.Query tile = tile("show: bar, x: zone, y: share, format: percent");

        CategoryChart chart = (CategoryChart) drawn(tile, rows("zone:VARCHAR,share:DOUBLE", row("a", 0.25)));

        assertThat(chart.series().getFirst().unit()).isEqualTo("%");
        assertThat(chart.series().getFirst().values()).containsExactly(new Datum(25, "25"));
    }

    @Test
    void drawsLinesOverTimesNumbersAndNames() {
        Tile.Query tile = tile("show: line, x: x, y: [one, two], x_format: {kind: date, pattern: d MMM}");

        PointChart days = (PointChart)
                drawn(tile, rows("x:DATE,one:BIGINT,two:BIGINT", row("2019-04-02", 1, 2), row("2019-04-01", 3, 4)));
        assertThat(days.series()).hasSize(2);
        assertThat(days.series().getFirst().points())
                .extracting(point -> point.x().text())
                .containsExactly("1 Apr", "2 Apr");
        assertThat(drawn(tile, rows("x:VARCHAR,one:BIGINT,two:BIGINT", row("a", 1, 2))))
                .isInstanceOf(CategoryChart.class);
    }

    @Test
    void drawsAHeatMapAPieAndAHistogram() {
        CategoryChart heat = (CategoryChart) drawn(
                tile("show: heat map, x: hour, y: day, value: trips"),
                rows("hour:BIGINT,day:VARCHAR,trips:BIGINT", row(1, "Mon", 2), row(2, "Tue", 3)));
        assertThat(heat.kind()).isEqualTo(ChartKind.HEAT_MAP);
        assertThat(texts(heat.series().get(1))).containsExactly("none", "3");

        TileRows tenSlices = new TileRows(
                rows("x:VARCHAR,y:BIGINT").columns(),
                IntStream.rangeClosed(1, 10)
                        .mapToObj(size -> new TileRows.Row(List.of("slice " + size, size)))
                        .toList());
        CategoryChart pie = (CategoryChart) drawn(tile("show: pie, x: x, y: y"), tenSlices);
        assertThat(pie.categories()).hasSize(8).last().extracting("label").isEqualTo("3 others");
        assertThat(texts(pie.series().getFirst())).startsWith("10").endsWith("6");

        Histogram histogram = (Histogram) drawn(
                tile("show: histogram, x: fare, bins: 5"), rows("fare:DOUBLE", row(1.0), row(2.0), row((Object) null)));
        assertThat(histogram.bins()).hasSizeBetween(2, 6);
        assertThat(histogram.remarks()).hasSize(1);
    }

    @Test
    void saysWhatCannotBeDrawn() {
        assertThat(TileDrawing.of(tile("show: pie, x: x, y: y"), rows("x:VARCHAR,y:BIGINT", row("a", -1))))
                .isInstanceOf(Drawing.Undrawable.class);
        assertThat(TileDrawing.of(tile("show: bar, x: x, y: y"), rows("x:VARCHAR,y:VARCHAR", row("a", "b"))))
                .isInstanceOf(Drawing.Undrawable.class);
    }

    @Test
    void setsAFilterToWhatIsClicked() {
        Tile.Query bars = tile("show: bar, x: zone, y: trips, id: id, on_click: set zone");
        TileRows rows = rows("id:BIGINT,zone:VARCHAR,trips:BIGINT", row(1237, "Upper East Side", 1));
        var click = new TileClick(bars, rows);

        assertThat(click.row("1237").flatMap(row -> click.value(row, filter("zone"))))
                .contains(new FilterValue.OfSeveral(List.of(new FilterValue.OfNumber(BigDecimal.valueOf(1237)))));
        assertThat(click.row("SELECT 1")).isEmpty();
    }

    @Test
    void setsADateRangeToTheDayThatIsClicked() {
        Tile.Query line = tile("show: line, x: day, y: trips, on_click: set day");
        TileRows rows = rows("day:TIMESTAMP,trips:BIGINT", row("2019-04-01T00:00:00", 1));
        var click = new TileClick(line, rows);

        assertThat(click.row("2019-04-01 00:00:00")
                        .flatMap(row -> click.value(row, filter("day")))
                        .orElseThrow()
                        .texts())
                .containsExactly("2019-04-01..2019-04-01");
    }

    private static ChartSpec drawn(Tile.Query tile, TileRows rows) {
        return ((Drawing.Drawn) TileDrawing.of(tile, rows)).spec();
    }

    private static Tile.Query tile(String keys) {
        return (Tile.Query)
                DashboardTextSample.read(FILTERS.formatted(keys)).tiles().getFirst();
    }

    private static Filter filter(String name) {
        return DashboardTextSample.read(FILTERS.formatted("show: table"))
                .filter(name)
                .orElseThrow();
    }

    private static List<String> texts(Series series) {
        return series.values().stream()
                .map(datum -> datum == null ? "none" : datum.text())
                .toList();
    }

    /** @param columns as {@code name:TYPE} */
    private static TileRows rows(String columns, TileRows.Row... rows) {
        return new TileRows(
                Arrays.stream(columns.split(","))
                        .map(column -> column.split(":"))
                        .map(column -> new Column(column[0], column[1]))
                        .toList(),
                List.of(rows));
    }

    private static TileRows.Row row(@Nullable Object... values) {
        return new TileRows.Row(Arrays.asList(values));
    }
}
