package io.duckboard.engine.duckdb;

import io.duckboard.engine.lake.Prefixes;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Removes the lake's location from the output of EXPLAIN: EXPLAIN ANALYZE names the files that were read. */
record PlanText(Prefixes prefixes) implements UnaryOperator<String> {

    /** The vertical border of a box in a drawn plan. */
    private static final char SIDE = '\u2502';

    private static final String FILES = "Filename(s):";

    private static final String CUT =
            "\n\nThe drawing ends here: its texts are of other widths, so where it tells paths is not to be seen."
                    + " EXPLAIN (ANALYZE, FORMAT json) tells all.\n";

    private static final int LAST_OF_ASCII = 0x7e;
    private static final int FIRST_OF_BOXES = 0x2500;
    private static final int LAST_OF_BOXES = 0x257f;

    @Override
    public String apply(String plan) {
        return prefixes.cutFrom(plan.indexOf(SIDE) < 0 ? plan : withoutFiles(plan));
    }

    /** A box wraps a path at any character and truncates it, so its lines are removed up to the next blank one. */
    private static String withoutFiles(String plan) {
        if (plan.contains(FILES) && !plan.codePoints().allMatch(PlanText::isOneColumn)) {
            return plan.substring(0, plan.indexOf(FILES)) + FILES + CUT;
        }
        var open = new HashSet<Cell>();
        return Stream.of(plan.split("\n", -1))
                .map(line -> withoutFiles(line, open))
                .collect(Collectors.joining("\n"));
    }

    private static String withoutFiles(String line, Set<Cell> open) {
        var text = new StringBuilder(line);
        var still = new HashSet<Cell>();
        int left = line.indexOf(SIDE);
        for (int right = next(line, left); right >= 0; right = next(line, left)) {
            var cell = new Cell(left, right);
            String content = line.substring(left + 1, right);
            if (content.strip().equals(FILES)) {
                still.add(cell);
            } else if (open.contains(cell) && !content.isBlank()) {
                text.replace(left + 1, right, " ".repeat(content.length()));
                still.add(cell);
            }
            left = right;
        }
        open.clear();
        open.addAll(still);
        return text.toString();
    }

    /**
     * Whether a character is one column wide. If any is not, what is drawn one below the other is not at the same
     * position in its line.
     */
    private static boolean isOneColumn(int character) {
        return character == '\n'
                || (character >= ' ' && character <= LAST_OF_ASCII)
                || (character >= FIRST_OF_BOXES && character <= LAST_OF_BOXES);
    }

    private static int next(String line, int left) {
        return left < 0 ? -1 : line.indexOf(SIDE, left + 1);
    }

    private record Cell(int left, int right) {}
}
