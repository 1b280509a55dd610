package io.duckboard.cli.format;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.ColumnNames;
import io.duckboard.format.ValueText;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes an answer as CSV in DuckDB's dialect, which a whole answer has too: with a header of different names, NULL as
 * nothing, an empty text as {@code ""}, and quotes around what has a comma, a quote, a line end or a number sign.
 */
final class CsvText {

    private CsvText() {}

    static String of(Answer.Rows answer) {
        var text = new StringBuilder();
        text.append(ColumnNames.ofFile(answer.metadata().columns()).stream()
                        .map(CsvText::quoted)
                        .collect(Collectors.joining(",")))
                .append('\n');
        for (List<@Nullable Object> row : answer.rows()) {
            for (int column = 0; column < row.size(); column++) {
                Object value = row.get(column);
                text.append(column == 0 ? "" : ",").append(value == null ? "" : quoted(ValueText.of(value)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return text.isEmpty() || text.chars().anyMatch(CsvText::needsQuotes)
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    private static boolean needsQuotes(int character) {
        return character == ',' || character == '"' || character == '\n' || character == '\r' || character == '#';
    }
}
