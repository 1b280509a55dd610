package io.duckboard.board.rule;

import io.duckboard.board.GridPlace;
import io.duckboard.board.Spot;
import io.duckboard.board.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lays tiles in rows that are full, from the top. */
final class Layout {

    static final Spot NOWHERE = Spot.startOf("");

    private static final int MOST_BESIDE = 4;

    private final List<Tile> tiles = new ArrayList<>();
    private int row = 1;

    /** Tiles of one height, at most {@code beside} beside each other, all as wide as there is room. */
    void add(List<Function<GridPlace, Tile>> added, int beside, int height) {
        int start = 0;
        for (int inRow : rows(added.size(), Math.min(beside, MOST_BESIDE))) {
            int width = GridPlace.COLUMNS / inRow;
            for (int i = 0; i < inRow; i++) {
                tiles.add(added.get(start + i).apply(new GridPlace(1 + i * width, row, width, height)));
            }
            start += inRow;
            row += height;
        }
    }

    /** How many tiles go into each row, so that none is alone below a full one: 4 are 2 and 2 where 3 go beside. */
    private static List<Integer> rows(int count, int beside) {
        var rows = new ArrayList<Integer>();
        int lines = (count + beside - 1) / beside;
        for (int line = 0; line < lines; line++) {
            rows.add(count / lines + (line < count % lines ? 1 : 0));
        }
        return rows;
    }

    List<Tile> tiles() {
        return List.copyOf(tiles);
    }
}
