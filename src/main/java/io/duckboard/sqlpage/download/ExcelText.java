package io.duckboard.sqlpage.download;

import java.util.Locale;
import java.util.regex.Pattern;

/** Makes a text fit for a cell of a sheet. */
final class ExcelText {

    /** The maximum number of characters in a cell. */
    static final int LONGEST = 32_767;

    private static final String CUT = " … (cut)";

    /**
     * Matches what XML cannot hold, and what looks like the notation for that: {@code _x0007_} (ECMA-376, ST_Xstring).
     * A blank at either end is escaped as well, since a reader may drop it otherwise.
     */
    private static final Pattern SPECIAL =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)|^\\s|\\s\\z");

    private ExcelText() {}

    static boolean isTooLong(String text) {
        return text.length() > LONGEST;
    }

    /** Returns the text, or its beginning with a note that it was cut. */
    static String of(String text) {
        String kept = isTooLong(text) ? beginning(text) + CUT : text;
        return SPECIAL.matcher(kept)
                .replaceAll(special -> String.format(
                        Locale.ROOT, "_x%04X_", (int) special.group().charAt(0)));
    }

    private static String beginning(String text) {
        int end = LONGEST - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
