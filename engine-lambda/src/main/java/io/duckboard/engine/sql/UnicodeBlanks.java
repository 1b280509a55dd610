package io.duckboard.engine.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Unicode's blanks, which DuckDB replaces with plain ones before it scans a text, in
 * {@code Parser::StripUnicodeSpaces}. That function recognises quotes and line comments, but not block comments,
 * escapes or the end of a dollar-quoted text.
 */
final class UnicodeBlanks {

    /** The first of them. */
    private static final int NO_BREAK_SPACE = 0xA0;

    // It looks at three bytes at a time, so it misses U+00A0, which has two, at the end of the text.
    private static final Pattern BLANK_OR_PASSED = Pattern.compile(
            "(?<blank>\\x{A0}(?!\\z)|[\\x{2000}-\\x{200B}\\x{202F}\\x{205F}\\x{2060}\\x{3000}\\x{FEFF}])"
                    + "|'(?:[^']++|'')*+'?|\"(?:[^\"]++|\"\")*+\"?|--[^\\n\\r]*+"
                    + "|\\$(?<tag>(?:" + Lexer.TAG + ")?+)(?=\\$)(?s:.*?)(?:\\$\\k<tag>(?=\\$)|\\z)|\\$" + Lexer.TAG);

    private UnicodeBlanks() {}

    /** The text with a space in place of each of them. Its length does not change. */
    static String madePlain(String sql) {
        // Most texts have none, and need not be scanned for quotes.
        if (sql.chars().allMatch(character -> character < NO_BREAK_SPACE)) {
            return sql;
        }
        return BLANK_OR_PASSED
                .matcher(sql)
                .replaceAll(found -> found.group("blank") == null ? Matcher.quoteReplacement(found.group()) : " ");
    }
}
