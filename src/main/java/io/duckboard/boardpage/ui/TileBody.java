package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.Component;
import io.duckboard.board.Show;
import io.duckboard.board.Tile;
import io.duckboard.boardpage.TileRows;
import java.util.Optional;
import java.util.function.Consumer;

/** What a tile shows of its rows. */
interface TileBody {

    Component component();

    /**
     * @param rows at least one, with all columns that the tile needs
     * @return why they cannot be shown, a sentence
     */
    Optional<String> show(TileRows rows);

    /** @param clicked called with each row that somebody clicks */
    static TileBody of(Tile.Query tile, String board, Consumer<TileRows.Row> clicked) {
        return switch (tile.show()) {
            case Show.Figure figure -> new FigureBody(figure);
            case Show.Table table -> new TableBody(tile, table, clicked);
            case Show.Plot _, Show.Pie _, Show.Histogram _, Show.HeatMap _, Show.ZoneMap _ ->
                new ChartBody(tile, board, clicked);
        };
    }
}
