package io.duckboard.board.export;

import io.duckboard.format.Harmless;

/** HTML that grows. Text and values of attributes are escaped, all else is a constant of this package. */
final class Html {

    private final StringBuilder html = new StringBuilder();

    /** Appends markup as it is. */
    Html raw(String markup) {
        html.append(markup);
        return this;
    }

    Html raw(Html other) {
        html.append(other.html);
        return this;
    }

    Html text(String text) {
        html.append(escaped(text));
        return this;
    }

    Html element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">");
    }

    Html element(String name, String styled, String text) {
        return styled.isEmpty()
                ? element(name, text)
                : raw("<" + name + " class=\"" + styled + "\">").text(text).raw("</" + name + ">");
    }

    /** Does the same, with what stands there when somebody points at it. */
    Html titled(String name, String styled, String text) {
        return raw("<" + name + (styled.isEmpty() ? "" : " class=\"" + styled + "\"") + " title=\"")
                .text(text)
                .raw("\">")
                .text(text)
                .raw("</" + name + ">");
    }

    /** Begins a picture that is described in words. */
    Html picture(String attributes, String description) {
        return raw("<svg role=\"img\" " + attributes + " aria-label=\"")
                .text(description)
                .raw("\">");
    }

    private static String escaped(String text) {
        return Harmless.lines(text.replace('\t', ' '))
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
