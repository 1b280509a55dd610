package io.duckboard.board;

/** A column by which rows are sorted. */
public record SortKey(ColumnName column, Direction direction) {

    /** Which rows come first. */
    public enum Direction {
        ASCENDING,
        DESCENDING
    }
}
