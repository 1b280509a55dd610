package io.duckboard.cli.format;

import io.duckboard.cli.terminal.Columns;
import io.duckboard.cli.terminal.Style;
import io.duckboard.cli.terminal.Terminal;
import io.duckboard.format.TextGrid;
import io.duckboard.format.TextGrid.Cell;
import java.util.List;
import java.util.Optional;

/**
 * Writes an answer as a table no wider than the terminal. Long texts are cut. If the columns do not fit side by side,
 * each row becomes a block of lines. A note below the table says which of these happened.
 */
final class TableText {

    private final Terminal terminal;

    TableText(Terminal terminal) {
        this.terminal = terminal;
    }

    String of(TextGrid grid) {
        Optional<List<Integer>> widths = TableWidths.fit(grid, terminal.width());
        var text = new StringBuilder();
        boolean cut;
        if (widths.isPresent()) {
            sideBySide(grid, widths.get(), text);
            cut = !widths.get().equals(TableWidths.widths(grid));
        } else {
            int names =
                    Math.min(grid.names().stream().mapToInt(Columns::of).max().orElse(0), terminal.width() / 3);
            blocks(grid, names, text);
            line("The columns do not fit side by side in " + terminal.width() + " columns: a block is a row.", text);
            cut = isCut(grid, names);
        }
        if (cut) {
            line("What ends in … is cut to fit: --format csv or json has it whole.", text);
        }
        return text.toString();
    }

    private void sideBySide(TextGrid grid, List<Integer> widths, StringBuilder text) {
        for (int column = 0; column < widths.size(); column++) {
            String name = placed(grid, column, grid.names().get(column), widths.get(column));
            text.append(column == 0 ? " " : " │ ").append(Style.HEADING.on(terminal, name));
        }
        endLine(text);
        for (int column = 0; column < widths.size(); column++) {
            text.append(column == 0 ? "" : "┼").append("─".repeat(widths.get(column) + 2));
        }
        text.append('\n');
        for (List<Cell> row : grid.rows()) {
            for (int column = 0; column < widths.size(); column++) {
                String cell = placed(grid, column, row.get(column).text(), widths.get(column));
                text.append(column == 0 ? " " : " │ ").append(styled(row.get(column), cell));
            }
            endLine(text);
        }
    }

    private static String placed(TextGrid grid, int column, String text, int width) {
        String cut = Columns.cut(text, width);
        return grid.numeric().get(column) ? Columns.right(cut, width) : Columns.left(cut, width);
    }

    private void blocks(TextGrid grid, int names, StringBuilder text) {
        for (int row = 0; row < grid.rows().size(); row++) {
            String title = "── row " + (row + 1) + " ";
            text.append(Style.HEADING.on(terminal, title + "─".repeat(Math.max(0, terminal.width() - title.length()))))
                    .append('\n');
            for (int column = 0; column < grid.names().size(); column++) {
                Cell cell = grid.rows().get(row).get(column);
                text.append(' ')
                        .append(Columns.left(Columns.cut(grid.names().get(column), names), names))
                        .append(" │ ")
                        .append(styled(cell, Columns.cut(cell.text(), roomForValue(names))));
                endLine(text);
            }
        }
    }

    private boolean isCut(TextGrid grid, int names) {
        return grid.names().stream().anyMatch(name -> Columns.of(name) > names)
                || grid.rows().stream()
                        .flatMap(List::stream)
                        .anyMatch(cell -> Columns.of(cell.text()) > roomForValue(names));
    }

    private int roomForValue(int names) {
        return Math.max(1, terminal.width() - names - 4);
    }

    private String styled(Cell cell, String text) {
        return cell.isNull() ? Style.ASIDE.on(terminal, text) : text;
    }

    private void line(String note, StringBuilder text) {
        text.append(Style.ASIDE.on(terminal, note)).append('\n');
    }

    private static void endLine(StringBuilder text) {
        int end = text.length();
        while (text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        text.append('\n');
    }
}
