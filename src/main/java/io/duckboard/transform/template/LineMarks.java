package io.duckboard.transform.template;

import io.duckboard.transform.project.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Marks of private-use characters in the text of a template, which survive rendering and show each line's origin.
 *
 * <p>No mark is put into text that may become a value, since there it could be compared or counted, or where it would
 * keep white space from being trimmed.
 */
final class LineMarks {

    private static final char START = '\uE000';
    private static final char DIGIT = '\uE100';
    private static final int BASE = 1024;
    private static final int LENGTH = 3;

    /** Tags whose content is a value or a definition, or must be left alone. */
    private static final Set<String> VALUES = Set.of("macro", "call", "set", "filter", "raw");

    private final String template;
    private final StringBuilder marked = new StringBuilder();
    private int at;
    private int line = 1;
    private int within;
    private boolean due = true;

    private LineMarks(String template) {
        this.template = template;
    }

    /** Whether a text contains characters that would be taken for marks. */
    static boolean isIn(String text) {
        return text.chars().anyMatch(c -> c == START || (c >= DIGIT && c < DIGIT + BASE));
    }

    /** Returns the template with marks in it. */
    static String mark(String template) {
        return new LineMarks(template).mark();
    }

    private String mark() {
        while (at < template.length()) {
            if (template.startsWith("{#", at)) {
                copyTo(end(template.indexOf("#}", at + 2), 2));
                due = true;
            } else if (template.startsWith("{{", at)) {
                if (!template.startsWith("{{-", at)) {
                    putMark();
                }
                copyTo(endOfTag("}}"));
                due = true;
            } else if (template.startsWith("{%", at)) {
                tag();
                due = true;
            } else {
                character();
            }
        }
        return marked.toString();
    }

    private void character() {
        char c = template.charAt(at);
        if (c == '\n') {
            due = true;
        } else if (due && !Character.isWhitespace(c)) {
            putMark();
        }
        copyTo(at + 1);
    }

    private void tag() {
        int end = endOfTag("%}");
        String content = content(template.substring(at, end));
        String name = content.split("\\W", 2)[0];
        if (name.equals("raw")) {
            if (!template.startsWith("{%-", at)) {
                putMark();
            }
            int endRaw = at;
            do {
                endRaw = template.indexOf("{%", Math.max(endRaw + 1, end));
            } while (endRaw >= 0 && !content(template.substring(endRaw)).startsWith("endraw"));
            copyTo(endRaw < 0 ? template.length() : endRaw);
            return;
        }
        if (VALUES.contains(name) && !(name.equals("set") && content.contains("="))) {
            within++;
        } else if (name.startsWith("end") && VALUES.contains(name.substring(3)) && within > 0) {
            within--;
        }
        copyTo(end);
    }

    private static String content(String tag) {
        return tag.substring(tag.startsWith("{%-") || tag.startsWith("{%+") ? 3 : 2)
                .strip();
    }

    /** Returns the offset after the end of a tag; an end inside a quoted text does not count. */
    private int endOfTag(String end) {
        char quote = 0;
        for (int i = at + 2; i < template.length(); i++) {
            char c = template.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (template.startsWith(end, i)) {
                return i + 2;
            }
        }
        return template.length();
    }

    private int end(int found, int length) {
        return found < 0 ? template.length() : found + length;
    }

    private void putMark() {
        if (within == 0) {
            marked.append(START).append((char) (DIGIT + line / BASE)).append((char) (DIGIT + line % BASE));
        }
        due = false;
    }

    private void copyTo(int end) {
        for (; at < end; at++) {
            char c = template.charAt(at);
            if (c == '\n') {
                line++;
            }
            marked.append(c);
        }
    }

    /** Returns the rendered text without the marks, and the places that the marks show. */
    static MappedSql read(String file, String rendered) {
        var text = new StringBuilder();
        var marks = new ArrayList<SourceMap.Mark>(List.of(new SourceMap.Mark(0, new Place(file, 1))));
        int i = 0;
        while (i < rendered.length()) {
            if (rendered.charAt(i) == START && i + LENGTH <= rendered.length()) {
                int line = (rendered.charAt(i + 1) - DIGIT) * BASE + rendered.charAt(i + 2) - DIGIT;
                marks.add(new SourceMap.Mark(text.length(), new Place(file, line)));
                i += LENGTH;
            } else {
                text.append(rendered.charAt(i++));
            }
        }
        return new MappedSql(text.toString(), new SourceMap(marks));
    }
}
