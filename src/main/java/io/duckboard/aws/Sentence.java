package io.duckboard.aws;

/** What AWS says, with a full stop at its end. */
public final class Sentence {

    private Sentence() {}

    public static String of(String text) {
        String said = text.isBlank() ? "AWS gives no reason" : text.strip();
        return said.matches("(?s).*[.!?]") ? said : said + ".";
    }
}
