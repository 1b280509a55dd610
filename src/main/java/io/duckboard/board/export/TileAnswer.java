package io.duckboard.board.export;

import io.duckboard.board.Tile;

/** A tile, and what it has to show. */
sealed interface TileAnswer {

    Tile tile();

    record Shown(Tile.Query tile, AnswerTable table) implements TileAnswer {}

    /** @param message why there is nothing to show, in sentences */
    record Refused(Tile tile, String message) implements TileAnswer {}

    record Text(Tile.Text tile) implements TileAnswer {}
}
