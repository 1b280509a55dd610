package io.duckboard.boardpage.ui;

import io.duckboard.board.Tile;
import io.duckboard.boardpage.TileRows;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.protocol.Request;
import io.duckboard.sqlpage.download.DownloadFormat;
import java.util.function.Consumer;

/** What a tile needs of the page that it is on. */
interface TileHost {

    /** @param tile what it asked before is forgotten */
    void ask(QueryTile tile, Request.Query question, Consumer<RowsOutcome> listener);

    /** Sets the tile's filter to the value of a row, or takes it off if it has that value already. */
    void clicked(Tile.Query tile, TileRows rows, TileRows.Row row);

    /** Called when what the tile knows of its answer has changed. */
    void changed();

    /** Returns whether the page itself says that the lake has no such table. */
    boolean saysThatItLacks(String table);

    void download(Request.Query question, String title, DownloadFormat format);
}
