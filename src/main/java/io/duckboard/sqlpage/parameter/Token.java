package io.duckboard.sqlpage.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A piece of SQL that means something: no blank and no comment. */
record Token(Kind kind, String text) {

    enum Kind {
        /** A keyword, a name without quotes or a number. */
        WORD,
        /** A name in quotes. */
        QUOTED_NAME,
        STRING,
        /** With its {@code $}. */
        PARAMETER,
        /** A character, or signs that stand together. */
        SYMBOL
    }

    // As DuckDB reads them: names may hold $ but not begin with it, and any character beyond ASCII. What is never
    // closed goes to the end.
    private static final String LETTERS = "\\w\\x{80}-\\x{10FFFF}";
    private static final Pattern NEXT = Pattern.compile(
            "(?<blank>[\\s\\h]+|--[^\\n\\r]*+)"
                    + "|(?<comment>/\\*)"
                    + "|(?<string>[eE]'(?:[^'\\\\]|''|\\\\.)*+'?|'(?:[^']|'')*+'?)"
                    + "|(?<name>\"(?:[^\"]|\"\")*+\"?)"
                    + "|(?<word>[" + LETTERS + "][" + LETTERS + "$]*+)"
                    + "|(?<tag>\\$(?:[A-Za-z_\\x{80}-\\x{10FFFF}][" + LETTERS + "]*+)?\\$)"
                    + "|(?<parameter>\\$\\w+)"
                    + "|(?<symbol>[<>=!]+|::|.)",
            Pattern.DOTALL);

    static List<Token> of(String sql) {
        var tokens = new ArrayList<Token>();
        var matcher = NEXT.matcher(sql);
        int position = 0;
        while (position < sql.length() && matcher.region(position, sql.length()).lookingAt()) {
            position = matcher.end();
            if (matcher.group("comment") != null) {
                position = endOfComment(sql, matcher.start());
            } else if (matcher.group("tag") != null) {
                int close = sql.indexOf(matcher.group(), position);
                position = close < 0 ? sql.length() : close + matcher.group().length();
                tokens.add(new Token(Kind.STRING, sql.substring(matcher.start(), position)));
            } else if (matcher.group("string") != null) {
                tokens.add(new Token(Kind.STRING, matcher.group()));
            } else if (matcher.group("name") != null) {
                tokens.add(new Token(Kind.QUOTED_NAME, matcher.group()));
            } else if (matcher.group("word") != null) {
                tokens.add(new Token(Kind.WORD, matcher.group()));
            } else if (matcher.group("parameter") != null) {
                tokens.add(new Token(Kind.PARAMETER, matcher.group()));
            } else if (matcher.group("symbol") != null) {
                tokens.add(new Token(Kind.SYMBOL, matcher.group()));
            }
        }
        return List.copyOf(tokens);
    }

    /** Without its quotes. */
    String name() {
        return kind == Kind.QUOTED_NAME
                ? text.substring(1).replaceFirst("\"$", "").replace("\"\"", "\"")
                : text;
    }

    boolean isName() {
        return kind == Kind.QUOTED_NAME || (kind == Kind.WORD && !Character.isDigit(text.codePointAt(0)));
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** DuckDB's comments nest. */
    private static int endOfComment(String sql, int start) {
        int depth = 0;
        int position = start;
        do {
            if (sql.startsWith("/*", position)) {
                depth++;
                position += 2;
            } else if (sql.startsWith("*/", position)) {
                depth--;
                position += 2;
            } else {
                position++;
            }
        } while (depth > 0 && position < sql.length());
        return Math.min(position, sql.length());
    }
}
