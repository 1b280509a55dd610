package io.duckboard.engine.protocol;

/** How rows are written: an object a row (quack-reduce's way, the default), or an array a row. */
public enum RowFormat {
    RECORDS,
    ROWS
}
