package io.duckboard.board;

import io.duckboard.format.Harmless;

/** Texts that somebody has typed, as messages quote them. */
final class Shown {

    private static final int MOST = 40;

    private Shown() {}

    static String quoted(String text) {
        String line = Harmless.line(text);
        return "“" + (line.length() > MOST ? line.substring(0, MOST) + "…" : line) + "”";
    }
}
