package io.duckboard.sqlpage.download;

import java.util.Locale;
import java.util.regex.Pattern;

/** A text as a cell of a sheet takes it. */
final class ExcelText {

    /** Of a cell, in characters. */
    static final int LONGEST = 32_767;

    private static final String CUT = " … (cut)";

    /**
     * What XML has no place for, and what looks like the notation for that: {@code _x0007_} (ECMA-376, ST_Xstring). A
     * blank at either end is written so as well, since a reader may drop it otherwise.
     */
    private static final Pattern SPECIAL =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)|^\\s|\\s\\z");

    private ExcelText() {}

    static boolean isTooLong(String text) {
        return text.length() > LONGEST;
    }

    /** The text, or its beginning and the word that it was cut. */
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
