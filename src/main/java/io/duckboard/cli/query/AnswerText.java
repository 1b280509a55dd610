package io.duckboard.cli.query;

import io.duckboard.cli.terminal.Terminal;
import io.duckboard.engine.protocol.Answer;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Answers as every command prints them. */
public final class AnswerText {

    private AnswerText() {}

    /** A table no wider than the terminal, or blocks of lines. */
    public static String table(Answer.Rows answer, Terminal terminal) {
        return new TableText(terminal).of(Grid.of(answer));
    }

    /** An array with an object a row. */
    public static String json(Answer.Rows answer) {
        return JsonText.of(answer).strip();
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
        return MetadataText.bytes(count);
    }

    /** Sentences that may hold data or SQL, fit for a terminal. */
    public static String harmless(String sentences) {
        return Harmless.lines(sentences);
    }
}
