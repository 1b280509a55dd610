package io.duckboard.cli.terminal;

import io.duckboard.format.Harmless;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lines of text with aligned cells; numbers are aligned to the right. */
public final class TextTable {

    private static final String GAP = "  ";
    private static final Pattern NUMBER = Pattern.compile("([\\d,.]+( [kMGT]?B)?)?");

    private final List<List<String>> lines = new ArrayList<>();

    public TextTable(String... titles) {
        add(titles);
    }

    public void add(String... cells) {
        lines.add(Stream.of(cells).map(Harmless::line).toList());
    }

    @Override
    public String toString() {
        int columns = lines.getFirst().size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> lines.stream()
                        .mapToInt(line -> Columns.of(line.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        List<Boolean> areNumbers =
                IntStream.range(0, columns).mapToObj(this::isNumber).toList();
        var text = new StringBuilder();
        for (List<String> line : lines) {
            var cells = new ArrayList<String>();
            for (int column = 0; column < columns; column++) {
                String cell = line.get(column);
                cells.add(
                        areNumbers.get(column)
                                ? Columns.right(cell, widths[column])
                                : Columns.left(cell, widths[column]));
            }
            text.append(String.join(GAP, cells).stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private boolean isNumber(int column) {
        return lines.size() > 1
                && lines.stream()
                        .skip(1)
                        .allMatch(line -> NUMBER.matcher(line.get(column)).matches());
    }
}
