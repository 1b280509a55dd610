package io.duckboard.boardpage.ui;

import io.duckboard.board.ColumnName;
import io.duckboard.board.DateRangeFilter;
import io.duckboard.board.Filter;
import io.duckboard.board.FilterReading;
import io.duckboard.board.FilterValue;
import io.duckboard.board.Show;
import io.duckboard.board.Tile;
import io.duckboard.boardpage.TileRows;
import io.duckboard.boardpage.Writing;
import io.duckboard.format.ValueText;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a click on a tile's picture means. The browser says only what was clicked; the value comes from the answer that
 * the server has.
 */
record TileClick(Tile.Query tile, TileRows rows) {

    /** The row of a category, or of a place on the axis; empty if the picture has none of this id. */
    Optional<TileRows.Row> row(String id) {
        return rows.rows().stream()
                .filter(row -> id(row).filter(id::equals).isPresent())
                .findFirst();
    }

    private Optional<String> id(TileRows.Row row) {
        return switch (tile.show()) {
            case Show.Plot plot
            when isOfPoints(plot) -> Optional.of(new Writing(plot.xFormat()).text(rows.value(row, plot.x())));
            case Show.Plot plot -> CategoryTile.id(rows, row, plot.x(), plot.labels());
            case Show.Pie pie -> CategoryTile.id(rows, row, pie.x(), pie.labels());
            case Show.ZoneMap map ->
                Optional.ofNullable(rows.value(row, map.zone())).map(CategoryTile::id);
            case Show.HeatMap map ->
                Optional.ofNullable(rows.value(row, map.x())).map(CategoryTile::id);
            case Show.Figure _, Show.Table _, Show.Histogram _ -> Optional.empty();
        };
    }

    private boolean isOfPoints(Show.Plot plot) {
        return switch (plot.style()) {
            case SCATTER -> true;
            case LINE, AREA -> PointTile.hasPlaces(rows.column(plot.x()));
            case BAR, STACKED_BAR -> false;
        };
    }

    /** The value that a click on a row gives the filter; empty if it gives none. */
    Optional<FilterValue> value(TileRows.Row row, Filter filter) {
        Optional<ColumnName> column =
                tile.clicked().filter(name -> rows.position(name).isPresent());
        return column.map(name -> rows.value(row, name))
                .flatMap(value -> read(filter, value))
                .filter(value -> !(value instanceof FilterValue.Unset));
    }

    private static Optional<FilterValue> read(Filter filter, @Nullable Object value) {
        String text = Writing.time(value)
                .map(LocalDateTime::toLocalDate)
                .map(day -> filter instanceof DateRangeFilter ? day + ".." + day : day.toString())
                .orElseGet(() -> ValueText.of(value));
        return filter.read(List.of(text)) instanceof FilterReading.Read(FilterValue read)
                ? Optional.of(read)
                : Optional.empty();
    }
}
