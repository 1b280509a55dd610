package io.duckboard.boardpage.ui;

import com.vaadin.flow.component.Component;
import io.duckboard.board.Tile;
import io.duckboard.boardpage.TileRows;
import io.duckboard.ui.chart.Chart;
import io.duckboard.ui.chart.answer.Drawing;
import java.util.Optional;
import java.util.function.Consumer;

/** A chart as large as its tile. */
final class ChartBody implements TileBody {

    private final Tile.Query tile;
    private final Chart chart = new Chart();
    private Optional<TileRows> shown = Optional.empty();

    /** @param board whose tiles mark the same values */
    ChartBody(Tile.Query tile, String board, Consumer<TileRows.Row> clicked) {
        this.tile = tile;
        chart.fill();
        TileDrawing.kind(tile.show()).ifPresent(chart::prepare);
        tile.mark().ifPresent(word -> chart.setGroup(board + " " + word));
        if (tile.onClick().isPresent()) {
            chart.addClassName("clickable");
            chart.onClick(click -> shown.flatMap(rows -> new TileClick(tile, rows).row(click.categoryId()))
                    .ifPresent(clicked));
        }
    }

    @Override
    public Component component() {
        return chart;
    }

    @Override
    public Optional<String> show(TileRows rows) {
        return switch (TileDrawing.of(tile, rows)) {
            case Drawing.Drawn(var spec) -> {
                shown = Optional.of(rows);
                chart.show(spec);
                yield Optional.empty();
            }
            case Drawing.Undrawable(String why) -> Optional.of(why);
        };
    }
}
