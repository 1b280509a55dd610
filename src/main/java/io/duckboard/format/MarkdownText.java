package io.duckboard.format;

import io.duckboard.format.TextGrid.Cell;
import java.util.List;
import java.util.stream.Collectors;

/** Writes an answer as a table in GitHub's Markdown, in which texts cannot act as markup. */
public final class MarkdownText {

    private MarkdownText() {}

    public static String of(TextGrid grid) {
        var text = new StringBuilder();
        line(grid.names(), text);
        text.append(grid.numeric().stream()
                        .map(number -> number ? "---:" : "---")
                        .collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
        grid.rows().forEach(row -> line(row.stream().map(Cell::text).toList(), text));
        return text.toString();
    }

    private static void line(List<String> texts, StringBuilder text) {
        text.append(texts.stream().map(MarkdownText::escaped).collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if ("\\`*[]<>|&~".indexOf(character) >= 0) {
                escaped.append('\\');
            }
            escaped.append(character);
        }
        return escaped.toString();
    }
}
