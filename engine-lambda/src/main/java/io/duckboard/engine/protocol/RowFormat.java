package io.duckboard.engine.protocol;

/** How rows are written: one object per row (quack-reduce's way, the default), or one array per row. */
public enum RowFormat {
    RECORDS,
    ROWS
}
