package io.duckboard.ui.chart.vaadin;

/** Escapes text for Vaadin Charts, which treats text as HTML. */
final class Plain {

    private Plain() {}

    static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
