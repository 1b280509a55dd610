package io.duckboard.cli.format;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import io.duckboard.format.ValueText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes an answer as CSV, in the same form as the engine: with a header, NULL as nothing and an empty text as
 * {@code ""}.
 */
final class CsvText {

    private CsvText() {}

    static String of(Answer.Rows answer) {
        var text = new StringBuilder();
        List<Column> columns = answer.metadata().columns();
        for (int column = 0; column < columns.size(); column++) {
            separate(column, text);
            text.append(quoted(columns.get(column).name()));
        }
        text.append('\n');
        for (List<@Nullable Object> row : answer.rows()) {
            for (int column = 0; column < row.size(); column++) {
                separate(column, text);
                Object value = row.get(column);
                text.append(value == null ? "" : quoted(ValueText.of(value)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static void separate(int column, StringBuilder text) {
        if (column > 0) {
            text.append(',');
        }
    }

    private static String quoted(String text) {
        return text.isEmpty() || text.chars().anyMatch(CsvText::needsQuotes)
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    private static boolean needsQuotes(int character) {
        return character == ',' || character == '"' || character == '\n' || character == '\r';
    }
}
