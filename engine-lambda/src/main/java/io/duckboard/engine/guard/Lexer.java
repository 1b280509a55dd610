package io.duckboard.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes SQL into tokens as DuckDB does. Nothing is allowed by what it finds: it only says where parameters and our own
 * prefixes stand, and what is made with that is parsed again.
 */
final class Lexer {

    /**
     * DuckDB scans the whole rest of the text anew for each block comment: 50,000 of them keep it busy for a minute
     * that nothing can interrupt, 500 in the longest text for less than a second.
     */
    static final int MAX_BLOCK_COMMENTS = 500;

    /** DuckDB does the same for each sign of an unbroken run: 200,000 of them hold it for minutes. */
    private static final int MAX_SIGNS = 100;

    private static final Pattern SIGNS = Pattern.compile("[-+*/<>=~!@#%^&|`?]+");

    // As in DuckDB's scan.l: identifiers may hold $ but not start with it, and any character beyond ASCII.
    private static final Pattern WORD = Pattern.compile("[\\w\\x{80}-\\x{10FFFF}][\\w$\\x{80}-\\x{10FFFF}]*");
    private static final Pattern DOLLAR_QUOTE =
            Pattern.compile("\\$(?:[A-Za-z_\\x{80}-\\x{10FFFF}][\\w\\x{80}-\\x{10FFFF}]*)?\\$");
    private static final Pattern PARAMETER = Pattern.compile("\\$\\w+");
    // DuckDB takes Unicode's blanks for plain ones.
    private static final Pattern BLANK =
            Pattern.compile("[\\s\\h\\x{2000}-\\x{200F}\\x{2028}-\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+");

    private final String sql;
    private final Matcher matcher;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private int blockComments;

    private Lexer(String sql) {
        this.sql = sql;
        this.matcher = BLANK.matcher(sql);
    }

    /** The tokens up to the end of the text, or to a quote or comment that is never closed. */
    static List<Token> tokens(String sql) throws RefusedException {
        var lexer = new Lexer(sql);
        while (lexer.position < sql.length()) {
            lexer.next();
        }
        return List.copyOf(lexer.tokens);
    }

    private void next() throws RefusedException {
        int start = position;
        if (skips(BLANK)) {
            return;
        }
        if (sql.startsWith("--", start)) {
            position = endOfLine(start);
        } else if (sql.startsWith("/*", start)) {
            skipBlockComment();
        } else if (sql.charAt(start) == '\'' || sql.charAt(start) == '"') {
            add(Token.Kind.QUOTED, endOfQuote(start, false));
        } else if (sql.startsWith("e'", start) || sql.startsWith("E'", start)) {
            add(Token.Kind.QUOTED, endOfQuote(start + 1, true));
        } else if (skips(WORD)) {
            add(Token.Kind.WORD, start, position);
        } else if (skips(DOLLAR_QUOTE)) {
            int close = sql.indexOf(matcher.group(), position);
            add(
                    Token.Kind.QUOTED,
                    start,
                    close < 0 ? sql.length() : close + matcher.group().length());
        } else if (skips(PARAMETER)) {
            add(Token.Kind.PARAMETER, start, position);
        } else {
            refuseLongRun();
            add(Token.Kind.SYMBOL, start + 1);
        }
    }

    private void refuseLongRun() throws RefusedException {
        int start = position;
        if (skips(SIGNS) && position - start > MAX_SIGNS) {
            throw RefusedException.invalid(
                            "The text has an operator of more than " + MAX_SIGNS + " signs.", "Put blanks in between.")
                    .at(start);
        }
        position = start;
    }

    private boolean skips(Pattern pattern) {
        matcher.usePattern(pattern).region(position, sql.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        position = matcher.end();
        return true;
    }

    private void add(Token.Kind kind, int end) {
        add(kind, position, end);
    }

    private void add(Token.Kind kind, int start, int end) {
        tokens.add(new Token(kind, sql.substring(start, end), start, end));
        position = end;
    }

    private int endOfLine(int start) {
        int end = start;
        while (end < sql.length() && sql.charAt(end) != '\n' && sql.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private int endOfQuote(int start, boolean escapes) {
        char quote = sql.charAt(start);
        int end = start + 1;
        while (end < sql.length()) {
            boolean closes = sql.charAt(end) == quote;
            boolean doubled = closes && end + 1 < sql.length() && sql.charAt(end + 1) == quote;
            if (closes && !doubled) {
                return end + 1;
            }
            end += doubled || (escapes && sql.charAt(end) == '\\') ? 2 : 1;
        }
        return sql.length();
    }

    private void skipBlockComment() throws RefusedException {
        int depth = 0;
        do {
            if (sql.startsWith("/*", position)) {
                depth++;
                position += 2;
                if (++blockComments > MAX_BLOCK_COMMENTS) {
                    throw RefusedException.invalid(
                            "The text has more than " + MAX_BLOCK_COMMENTS + " block comments.", "Leave some out.");
                }
            } else if (sql.startsWith("*/", position)) {
                depth--;
                position += 2;
            } else {
                position++;
            }
        } while (depth > 0 && position < sql.length());
    }
}
