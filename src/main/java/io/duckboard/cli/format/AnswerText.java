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

/** Formats answers in the way that every command prints them. */
public final class AnswerText {

    private AnswerText() {}

    /** Returns a table no wider than the terminal, or blocks of lines. */
    public static String table(Answer.Rows answer, Terminal terminal) {
        return new TableText(terminal).of(TextGrid.of(answer));
    }

    /** Returns a JSON array with one object for each row. */
    public static String json(Answer.Rows answer) {
        return JsonText.of(answer);
    }

    /**
     * Returns CSV with a header. If the answer's rows are texts ({@link io.duckboard.engine.protocol.RowFormat#TEXTS}), it
     * is the same as the engine's whole answer.
     */
    public static String csv(Answer.Rows answer) {
        return CsvText.of(answer);
    }

    /** Returns a Markdown table. */
    public static String markdown(Answer.Rows answer) {
        return MarkdownText.of(TextGrid.of(answer));
    }

    /** Returns the facts about an answer, such as its time, with a name and a text on each line. */
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

    /** Returns a size such as {@code 1.2 MB}, or says that it is unknown. */
    public static String bytes(OptionalLong count) {
        return count.isPresent() ? Figures.size(count.getAsLong()) : "not known here";
    }

    /** Returns a price such as {@code $0.0000018}, and says that it is the cost on AWS. */
    public static String price(BigDecimal dollars) {
        return Figures.price(dollars) + " is what this costs on AWS";
    }
}
