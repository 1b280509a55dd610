package io.duckboard.ui.grid;

/**
 * By what rows are sorted.
 *
 * @param column by position
 */
record Sort(int column, Direction direction) {

    /** Which way. NULL comes last either way. */
    enum Direction {
        ASCENDING,
        DESCENDING
    }
}
