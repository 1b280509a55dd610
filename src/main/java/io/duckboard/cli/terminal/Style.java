package io.duckboard.cli.terminal;

/** How a text is highlighted if a person is watching. Otherwise the text stays plain. */
public enum Style {
    HEADING("1"),
    ASIDE("2"),
    ALARM("31");

    private static final String ESCAPE = "\u001b[";

    private final String code;

    Style(String code) {
        this.code = code;
    }

    public String on(Terminal terminal, String text) {
        return terminal.interactive() && !text.isEmpty() ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }
}
