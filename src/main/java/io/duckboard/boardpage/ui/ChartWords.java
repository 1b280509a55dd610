package io.duckboard.boardpage.ui;

import io.duckboard.board.Show;
import io.duckboard.board.Tile;
import io.duckboard.format.Figures;

/** What a tile's chart is called, and its description for those who cannot see it. */
final class ChartWords {

    private ChartWords() {}

    static String title(Tile.Query tile) {
        return tile.frame().title().isEmpty() ? kind(tile.show()) : tile.frame().title();
    }

    static String description(Tile.Query tile, int marks, String what) {
        String described = tile.frame().description();
        return kind(tile.show()) + " of " + Figures.count(marks, what) + ". "
                + (described.isEmpty() ? "" : described + ". ")
                + "The tile's menu has them as a table.";
    }

    static String kind(Show show) {
        return switch (show) {
            case Show.Plot plot ->
                switch (plot.style()) {
                    case BAR -> "Bar chart";
                    case STACKED_BAR -> "Stacked bar chart";
                    case LINE -> "Line chart";
                    case AREA -> "Area chart";
                    case SCATTER -> "Scatter chart";
                };
            case Show.Pie _ -> "Pie chart";
            case Show.Histogram _ -> "Histogram";
            case Show.HeatMap _ -> "Heat map";
            case Show.ZoneMap _ -> "Map of New York's taxi zones";
            case Show.Table _ -> "Table";
            case Show.Figure _ -> "Number";
        };
    }
}
