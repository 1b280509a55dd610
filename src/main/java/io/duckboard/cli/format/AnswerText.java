package io.duckboard.cli.format;

import io.duckboard.cli.terminal.Columns;
import io.duckboard.cli.terminal.Style;
import io.duckboard.cli.terminal.Terminal;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.format.Figures;
import io.duckboard.format.JsonText;
import io.duckboard.format.MarkdownText;
import io.duckboard.format.TextGrid;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Answers as every command prints them. */
public final class AnswerText {

    private AnswerText() {}

    /** A table no wider than the terminal, or blocks of lines. */
    public static String table(Answer.Rows answer, Terminal terminal) {
        return new TableText(terminal).of(TextGrid.of(answer));
    }

    /** An array with an object a row. */
    public static String json(Answer.Rows answer) {
        return JsonText.of(answer);
    }

    /** With a header, as the engine writes whole answers. */
    public static String csv(Answer.Rows answer) {
        return CsvText.of(answer);
    }

    /** A table for a page in Markdown. */
    public static String markdown(Answer.Rows answer) {
        return MarkdownText.of(TextGrid.of(answer));
    }

    /** What an answer took, a line each: a name and a text. */
    public static String facts(List<Map.Entry<String, String>> facts, Terminal terminal) {
        int names =
                facts.stream().mapToInt(fact -> Columns.of(fact.getKey())).max().orElse(0);
        var text = new StringBuilder();
        for (Map.Entry<String, String> fact : facts) {
            text.append(' ').append(Columns.left(fact.getKey(), names)).append("  ");
            text.append(fact.getValue()).append('\n');
        }
        return Style.ASIDE.on(terminal, text.toString());
    }

    /** {@code 1.2 MB}, or that nobody knows. */
    public static String bytes(OptionalLong count) {
        return count.isPresent() ? Figures.size(count.getAsLong()) : "not known here";
    }

    /** {@code $0.0000018}, and what that is. */
    public static String price(BigDecimal dollars) {
        return Figures.price(dollars) + " is what this costs on AWS";
    }
}
