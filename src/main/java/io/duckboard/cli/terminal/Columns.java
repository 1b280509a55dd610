package io.duckboard.cli.terminal;

/**
 * Counts the columns that a text takes on a terminal. A character that combines with the one before it takes none. Wide
 * characters of East Asian writing (UAX #11) and emoji take two. If a font draws a sequence as one sign, its parts are
 * still counted separately.
 */
public final class Columns {

    private static final char ELLIPSIS = '…';

    /** The first and last code points of the ranges that are two columns wide, in order. */
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x231a, 0x231b, 0x2329, 0x232a, 0x23e9, 0x23ec, 0x2614, 0x2615, 0x2648, 0x2653, 0x26a1, 0x26a1,
        0x26bd, 0x26be, 0x2705, 0x2705, 0x270a, 0x270b, 0x2728, 0x2728, 0x274c, 0x274c, 0x2753, 0x2755, 0x2795, 0x2797,
        0x2b1b, 0x2b1c, 0x2b50, 0x2b50, 0x2e80, 0x303e, 0x3041, 0xa4cf, 0xa960, 0xa97c, 0xac00, 0xd7a3, 0xf900, 0xfaff,
        0xfe30, 0xfe6f, 0xff00, 0xff60, 0xffe0, 0xffe6, 0x1f300, 0x1f64f, 0x1f680, 0x1f6ff, 0x1f7e0, 0x1f7eb, 0x1f90c,
        0x1faff, 0x20000, 0x3fffd
    };

    private Columns() {}

    public static int of(String text) {
        int columns = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            columns += of(text.codePointAt(at));
        }
        return columns;
    }

    /** Cuts the text to at most this many columns; a text that was cut ends in …. */
    public static String cut(String text, int most) {
        if (of(text) <= most) {
            return text;
        }
        int columns = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (columns + of(codePoint) > most - 1) {
                break;
            }
            columns += of(codePoint);
            at += Character.charCount(codePoint);
        }
        return text.substring(0, at) + ELLIPSIS;
    }

    public static String left(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }

    public static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - of(text))) + text;
    }

    private static int of(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int range = 0; range < WIDE.length && WIDE[range] <= codePoint; range += 2) {
            if (codePoint <= WIDE[range + 1]) {
                return 2;
            }
        }
        return 1;
    }
}
