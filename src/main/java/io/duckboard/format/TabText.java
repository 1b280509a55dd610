package io.duckboard.format;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.sql.SqlType;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an answer in the form in which spreadsheets read it from the clipboard: tabs between cells, NULL as nothing,
 * an empty text as {@code ""}. Texts that a spreadsheet would run as formulas get an apostrophe in front, as in the
 * engine's CSV.
 */
public final class TabText {

    /** OWASP's list for CSV injection, with the full-width signs that some spreadsheets treat like the plain ones. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]");

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\"\\t\\r\\n]");

    private TabText() {}

    public static String of(Answer.Rows answer) {
        List<Column> columns = answer.metadata().columns();
        List<Boolean> texts = columns.stream()
                .map(column -> new SqlType(column.type()).mayHoldText())
                .toList();
        var text = new StringBuilder();
        text.append(columns.stream()
                        .map(column -> quoted(harmless(column.name())))
                        .collect(Collectors.joining("\t")))
                .append('\n');
        for (List<@Nullable Object> row : answer.rows()) {
            text.append(IntStream.range(0, row.size())
                            .mapToObj(column -> cell(row.get(column), texts.get(column)))
                            .collect(Collectors.joining("\t")))
                    .append('\n');
        }
        return text.toString();
    }

    private static String cell(@Nullable Object value, boolean text) {
        if (value == null) {
            return "";
        }
        String whole = ValueText.of(value);
        return quoted(text ? harmless(whole) : whole);
    }

    private static String harmless(String text) {
        return FORMULA.matcher(text).find() ? "'" + text : text;
    }

    private static String quoted(String text) {
        return text.isEmpty() || NEEDS_QUOTES.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
