package io.duckboard.format;

/**
 * Makes text safe to print on a terminal. Control characters could move the cursor or change the window's title, so
 * they are replaced by symbols that show them. Characters that change the direction of text are replaced too.
 */
public final class Harmless {

    /** The code point at which Unicode's symbols for the first 32 control characters begin, ␀ to ␟. */
    private static final int PICTURES = 0x2400;

    private static final String DELETE_PICTURE = "\u2421";

    private Harmless() {}

    public static String line(String text) {
        int first = firstHarmful(text);
        if (first == text.length()) {
            return text;
        }
        var line = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int at = first; at < text.length(); at++) {
            append(text.charAt(at), line);
        }
        return line.toString();
    }

    /** Does the same, but keeps line feeds. */
    public static String lines(String text) {
        return String.join("\n", text.lines().map(Harmless::line).toList());
    }

    private static int firstHarmful(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (isHarmful(text.charAt(at))) {
                return at;
            }
        }
        return text.length();
    }

    private static void append(char character, StringBuilder line) {
        if (!isHarmful(character)) {
            line.append(character);
        } else if (character < ' ') {
            line.append((char) (PICTURES + character));
        } else if (character == 0x7f) {
            line.append(DELETE_PICTURE);
        } else {
            line.append("\\u").append(String.format("%04x", (int) character));
        }
    }

    private static boolean isHarmful(char character) {
        return Character.isISOControl(character)
                || character == '\u061c'
                || (character >= '\u200e' && character <= '\u200f')
                || (character >= '\u2028' && character <= '\u202e')
                || (character >= '\u2066' && character <= '\u2069')
                || character == '\ufeff';
    }
}
