package io.duckboard.ui.grid;

/**
 * The order of rows.
 *
 * @param column by position
 */
record Sort(int column, Direction direction) {

    /** The direction of the order. NULL comes last in both. */
    enum Direction {
        ASCENDING,
        DESCENDING
    }
}
