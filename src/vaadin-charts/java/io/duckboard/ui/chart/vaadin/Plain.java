package io.duckboard.ui.chart.vaadin;

/** Text for Vaadin Charts, which takes it for HTML. */
final class Plain {

    private Plain() {}

    static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
