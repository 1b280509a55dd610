package io.duckboard.format;

import java.util.regex.Pattern;

/** A text as a field of CSV that a spreadsheet shows but does not run. */
public final class SpreadsheetText {

    /** OWASP's list of characters that begin a formula, with the wide forms of East Asian keyboards. */
    private static final Pattern FORMULA =
            Pattern.compile("[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20].*", Pattern.DOTALL);

    private SpreadsheetText() {}

    /** Returns the field with its quotes. */
    public static String of(String text) {
        String shown = FORMULA.matcher(text).matches() ? "'" + text : text;
        return '"' + shown.replace("\"", "\"\"") + '"';
    }
}
