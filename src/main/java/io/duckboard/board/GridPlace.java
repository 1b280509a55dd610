package io.duckboard.board;

/**
 * A place in the grid of twelve columns.
 *
 * @param column from 1 to 12
 * @param row from 1
 * @param width in columns
 * @param height in rows
 */
public record GridPlace(int column, int row, int width, int height) {

    public static final int COLUMNS = 12;
    public static final int MOST_ROWS = 500;
    public static final int HIGHEST = 24;

    public GridPlace {
        if (column < 1 || row < 1 || width < 1 || height < 1 || column + width > COLUMNS + 1) {
            throw new IllegalArgumentException("no place in the grid");
        }
    }

    public boolean overlaps(GridPlace other) {
        return column < other.column + other.width
                && other.column < column + width
                && row < other.row + other.height
                && other.row < row + height;
    }
}
