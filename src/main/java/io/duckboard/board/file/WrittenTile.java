package io.duckboard.board.file;

import io.duckboard.board.Grid;
import io.duckboard.board.GridPlace;
import io.duckboard.board.Tile;
import java.util.function.Function;

/**
 * A tile as it is written, whose place depends on the tiles before it.
 *
 * @param wanted what the file says of its place
 * @param placed makes the tile at a place
 */
record WrittenTile(Grid.Wanted wanted, Function<GridPlace, Tile> placed) {}
