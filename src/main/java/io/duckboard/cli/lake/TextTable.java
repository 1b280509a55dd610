package io.duckboard.cli.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Lines whose cells stand below each other; numbers stand to the right. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();

    TextTable(String... titles) {
        add(titles);
    }

    void add(String... cells) {
        lines.add(List.of(cells));
    }

    @Override
    public String toString() {
        int columns = lines.getFirst().size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        var text = new StringBuilder();
        for (List<String> line : lines) {
            var cells = new ArrayList<String>();
            for (int column = 0; column < columns; column++) {
                String cell = line.get(column);
                String space = " ".repeat(widths[column] - cell.length());
                cells.add(isNumber(column) ? space + cell : cell + space);
            }
            text.append(String.join(GAP, cells).stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private boolean isNumber(int column) {
        return lines.size() > 1
                && lines.stream().skip(1).allMatch(line -> line.get(column).matches("[\\d,.]+( [kMGT]?B)?"));
    }
}
