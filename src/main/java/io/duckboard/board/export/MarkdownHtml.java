package io.duckboard.board.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markdown as HTML: headings, paragraphs, lists, code, emphasis and links to the web. HTML in it is text, and so is all
 * else that Markdown could do.
 */
final class MarkdownHtml {

    private static final Pattern HEADING = Pattern.compile("(#{1,6}) +(.*?)#*");
    private static final Pattern ITEM = Pattern.compile("(?:[-*+]|\\d{1,3}[.)]) +(.*)");
    private static final Pattern INLINE = Pattern.compile("\\\\([\\p{Punct}])"
            + "|`([^`]+)`"
            + "|\\*\\*([^*]+)\\*\\*"
            + "|\\*([^*\\s][^*]*)\\*"
            + "|\\[([^\\]]*)\\]\\((https?://[^\\s()]+)\\)");

    private final Html html = new Html();
    private final List<String> paragraph = new ArrayList<>();
    private boolean isList;

    private MarkdownHtml() {}

    static Html of(String markdown) {
        var written = new MarkdownHtml();
        markdown.lines().forEach(written::line);
        written.endParagraph();
        written.endList();
        return written.html;
    }

    private void line(String line) {
        String text = line.strip();
        Matcher heading = HEADING.matcher(text);
        Matcher item = ITEM.matcher(text);
        if (heading.matches()) {
            endParagraph();
            endList();
            // Below the page's own title, and the tiles'.
            int level = Math.min(6, heading.group(1).length() + 1);
            html.raw("<h" + level + ">");
            inline(heading.group(2).strip());
            html.raw("</h" + level + ">");
        } else if (item.matches()) {
            endParagraph();
            html.raw(isList ? "" : "<ul>").raw("<li>");
            isList = true;
            inline(item.group(1));
            html.raw("</li>");
        } else if (text.isEmpty()) {
            endParagraph();
            endList();
        } else {
            endList();
            paragraph.add(text);
        }
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            html.raw("<p>");
            inline(String.join(" ", paragraph));
            html.raw("</p>");
            paragraph.clear();
        }
    }

    private void endList() {
        html.raw(isList ? "</ul>" : "");
        isList = false;
    }

    private void inline(String text) {
        Matcher found = INLINE.matcher(text);
        int start = 0;
        while (found.find()) {
            html.text(text.substring(start, found.start()));
            start = found.end();
            if (found.group(1) != null) {
                html.text(found.group(1));
            } else if (found.group(2) != null) {
                html.element("code", found.group(2));
            } else if (found.group(3) != null) {
                html.element("strong", found.group(3));
            } else if (found.group(4) != null) {
                html.element("em", found.group(4));
            } else {
                html.raw("<a rel=\"noreferrer\" href=\"")
                        .text(found.group(6))
                        .raw("\">")
                        .text(found.group(5))
                        .raw("</a>");
            }
        }
        html.text(text.substring(start));
    }
}
