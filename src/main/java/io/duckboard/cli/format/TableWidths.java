package io.duckboard.cli.format;

import io.duckboard.cli.terminal.Columns;
import io.duckboard.format.TextGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides how wide each column of a table may be, so that the table is no wider than the terminal. */
final class TableWidths {

    /** A shorter piece of a text is of no use to a reader. */
    static final int LEAST_TEXT = 10;

    /** Each cell has a blank on either side, and there is a line between two cells. */
    private static final int FRAME = 3;

    private TableWidths() {}

    /** @return empty if the columns do not fit side by side, however much of the texts is cut */
    static Optional<List<Integer>> fit(TextGrid grid, int width) {
        List<Integer> wanted = widths(grid);
        var least = new ArrayList<Integer>();
        for (int column = 0; column < wanted.size(); column++) {
            // Numbers are never cut: half a number is a wrong number.
            least.add(grid.numeric().get(column) ? wanted.get(column) : Math.min(wanted.get(column), LEAST_TEXT));
        }
        int room = width - (wanted.size() * FRAME - 1);
        if (sum(least) > room) {
            return Optional.empty();
        }
        var widths = new ArrayList<>(wanted);
        while (sum(widths) > room) {
            int widest = widest(widths, least);
            widths.set(widest, widths.get(widest) - 1);
        }
        return Optional.of(widths);
    }

    /** Returns the width of the widest text of each column, including the column's name. */
    static List<Integer> widths(TextGrid grid) {
        var widths = new ArrayList<Integer>();
        for (int column = 0; column < grid.names().size(); column++) {
            int widest = Columns.of(grid.names().get(column));
            for (List<TextGrid.Cell> row : grid.rows()) {
                widest = Math.max(widest, Columns.of(row.get(column).text()));
            }
            widths.add(widest);
        }
        return widths;
    }

    private static int widest(List<Integer> widths, List<Integer> least) {
        int widest = -1;
        for (int column = 0; column < widths.size(); column++) {
            if (widths.get(column) > least.get(column) && (widest < 0 || widths.get(column) > widths.get(widest))) {
                widest = column;
            }
        }
        return widest;
    }

    private static long sum(List<Integer> widths) {
        return widths.stream().mapToLong(Integer::longValue).sum();
    }
}
