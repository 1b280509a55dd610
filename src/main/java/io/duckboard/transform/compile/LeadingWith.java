package io.duckboard.transform.compile;

import java.util.Locale;

/**
 * How a SELECT begins: white space and comments, and WITH where it has common table expressions of its own.
 *
 * @param start of what is no comment
 * @param end after WITH, or WITH RECURSIVE; the same as start where there is none
 */
record LeadingWith(int start, int end, String keywords) {

    static LeadingWith of(String sql) {
        int start = skip(sql, 0);
        if (!wordAt(sql, start, "with")) {
            return new LeadingWith(start, start, "");
        }
        int end = start + "with".length();
        int next = skip(sql, end);
        if (wordAt(sql, next, "recursive")) {
            return new LeadingWith(start, next + "recursive".length(), "with recursive");
        }
        return new LeadingWith(start, end, "with");
    }

    boolean isThere() {
        return end > start;
    }

    private static boolean wordAt(String sql, int at, String word) {
        int end = at + word.length();
        return end <= sql.length()
                && sql.substring(at, end).toLowerCase(Locale.ROOT).equals(word)
                && (end == sql.length() || !Character.isJavaIdentifierPart(sql.charAt(end)));
    }

    /** Over white space and comments, which nest in DuckDB. */
    private static int skip(String sql, int from) {
        int at = from;
        while (at < sql.length()) {
            if (Character.isWhitespace(sql.charAt(at))) {
                at++;
            } else if (sql.startsWith("--", at)) {
                int end = sql.indexOf('\n', at);
                at = end < 0 ? sql.length() : end + 1;
            } else if (sql.startsWith("/*", at)) {
                at = afterComment(sql, at);
            } else {
                break;
            }
        }
        return at;
    }

    private static int afterComment(String sql, int from) {
        int depth = 0;
        int at = from;
        while (at < sql.length()) {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
                if (depth == 0) {
                    return at;
                }
            } else {
                at++;
            }
        }
        return at;
    }
}
