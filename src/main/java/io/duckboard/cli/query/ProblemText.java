package io.duckboard.cli.query;

import io.duckboard.cli.terminal.Columns;
import io.duckboard.cli.terminal.Style;
import io.duckboard.cli.terminal.Terminal;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.format.Harmless;

/** Explains why there is no answer: the message, the line of the SQL with a caret below the place, and what to do. */
final class ProblemText {

    private final Terminal terminal;

    ProblemText(Terminal terminal) {
        this.terminal = terminal;
    }

    String of(Problem problem, String sql) {
        var text = new StringBuilder(Style.ALARM.on(terminal, Harmless.lines(problem.message())));
        text.append('\n');
        if (problem.position().isPresent()) {
            place(sql, Math.clamp(problem.position().getAsInt(), 0, sql.length()), text);
        }
        problem.hint().ifPresent(hint -> text.append(Harmless.lines(hint)).append('\n'));
        return text.toString();
    }

    private void place(String sql, int position, StringBuilder text) {
        int start = sql.lastIndexOf('\n', position - 1) + 1;
        int feed = sql.indexOf('\n', position);
        int end = feed < 0 ? sql.length() : feed;
        long number = sql.substring(0, start)
                        .chars()
                        .filter(character -> character == '\n')
                        .count()
                + 1;
        String margin = " " + number + " │ ";
        String before = Harmless.line(sql.substring(start, position));
        String after = Harmless.line(sql.substring(position, end).stripTrailing());

        int room = terminal.width() - margin.length();
        // The place stays visible, and the text after it gets at least a third of the line.
        String shown = lastOf(before, room - Math.max(room / 3, 1));
        text.append(margin)
                .append(shown)
                .append(Columns.cut(after, room - Columns.of(shown)))
                .append('\n');
        text.append(" ".repeat(margin.length() - 2)).append("│ ").append(" ".repeat(Columns.of(shown)));
        text.append(Style.ALARM.on(terminal, "^")).append('\n');
    }

    private static String lastOf(String text, int columns) {
        if (Columns.of(text) <= columns) {
            return text;
        }
        int at = text.length();
        int taken = 1;
        while (at > 0) {
            int codePoint = text.codePointBefore(at);
            taken += Columns.of(Character.toString(codePoint));
            if (taken > columns) {
                break;
            }
            at -= Character.charCount(codePoint);
        }
        return "…" + text.substring(at);
    }
}
