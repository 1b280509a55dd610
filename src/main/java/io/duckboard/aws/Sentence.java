package io.duckboard.aws;

/** A message from AWS that ends with a full stop. */
public final class Sentence {

    private Sentence() {}

    public static String of(String text) {
        String said = text.isBlank() ? "AWS gives no reason" : text.strip();
        return said.matches("(?s).*[.!?]") ? said : said + ".";
    }
}
