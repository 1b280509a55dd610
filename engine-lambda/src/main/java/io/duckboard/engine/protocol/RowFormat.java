package io.duckboard.engine.protocol;

/** How rows are written. */
public enum RowFormat {
    /** One object per row: quack-reduce's way, and the default. */
    RECORDS,
    /** One array per row. */
    ROWS,
    /** One array per row, with each value as the text that DuckDB makes of it, as in a CSV file. NULL is null. */
    TEXTS
}
