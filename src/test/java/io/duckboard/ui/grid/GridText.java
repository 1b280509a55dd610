package io.duckboard.ui.grid;

/** Reads what an AnswerGrid shows, for tests of the pages that have one. */
public final class GridText {

    private GridText() {}

    /** @return the text of a cell; rows and columns count from 0 */
    public static String cell(AnswerGrid grid, int row, int column) {
        return Cell.of(grid.shown()
                        .orElseThrow()
                        .row(grid.shown().orElseThrow().positions(row, row + 1)[0])
                        .get(column))
                .text()
                .orElse("NULL");
    }
}
