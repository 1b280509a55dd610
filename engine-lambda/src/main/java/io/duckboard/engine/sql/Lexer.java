package io.duckboard.engine.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits SQL into tokens as DuckDB does, following the rules of its scan.l. A token that is never closed extends to
 * the end of the text; refusing it is the parser's task.
 */
public final class Lexer {

    /** The characters that a name without quotes can begin with. DuckDB takes everything beyond ASCII for letters. */
    private static final String LETTER = "[A-Za-z_\\x{80}-\\x{10FFFF}]";

    /** The tag of a dollar-quoted text, and the name of a parameter. */
    static final String TAG = LETTER + "[\\w\\x{80}-\\x{10FFFF}]*+";

    private static final String LINE_COMMENT = "--[^\\n\\r]*+";

    /** What may separate the quoted pieces of one string: blanks and line comments, with at least one line end. */
    private static final String NEXT_LINE =
            "'(?:[ \\t\\f]|" + LINE_COMMENT + ")*+[\\n\\r](?:[ \\t\\n\\r\\f]|" + LINE_COMMENT + "[\\n\\r])*+'";

    private static final String STRING = "'(?:[^']++|''|" + NEXT_LINE + ")*+'?"
            + "|[bBxX]'(?:[^']++|" + NEXT_LINE + ")*+'?"
            + "|[eE]'(?:[^'\\\\]++|''|\\\\(?:.|\\z)|" + NEXT_LINE + ")*+'?"
            + "|\\$(?<tag>(?:" + TAG + ")?+)\\$.*?(?:\\$\\k<tag>\\$|\\z)";

    private static final String DIGITS = "\\d(?:_?\\d)*+";
    private static final String NUMBER =
            "(?:" + DIGITS + "(?:\\.(?!\\.)(?:" + DIGITS + ")?+)?+|\\." + DIGITS + ")(?:[eE][-+]?" + DIGITS + ")?+";

    /**
     * A run of operator signs, up to a comment. If it has only arithmetic signs, a plus or minus at its end belongs to
     * what follows. DuckDB allows at most 63 signs.
     */
    private static final String OPERATOR = of("[-+*/<>=]") + "{0,62}[~!@^&|`%]" + of("[-+*/<>=~!@^&|`%]") + "{0,62}+|"
            + of("[-+*/<>=]") + "{0,62}" + of("[*/<>=]");

    private static final Pattern NEXT = Pattern.compile(
            "[ \\t\\n\\r\\f]*+(?:(?<COMMENT>" + LINE_COMMENT + "|/\\*)"
                    + "|(?<STRING>" + STRING + ")"
                    + "|(?<NAME>\"(?:[^\"]++|\"\")*+\"?)"
                    + "|(?<WORD>" + LETTER + "[\\w$\\x{80}-\\x{10FFFF}]*+)"
                    + "|(?<NUMBER>" + NUMBER + ")"
                    + "|(?<PARAMETER>\\$(?:" + DIGITS + "|(?![bBeExX]')" + TAG + "))"
                    + "|(?<SYMBOL>::|:=|\\.\\.|\\?" + DIGITS + "|" + OPERATOR + "|.))",
            Pattern.DOTALL);

    private static final Pattern EDGE_OF_COMMENT = Pattern.compile("/\\*|\\*/");

    private Lexer() {}

    /** Without comments. */
    public static List<Token> tokens(String sql) {
        return tokensAndComments(sql).stream()
                .filter(token -> !token.isComment())
                .toList();
    }

    public static List<Token> tokensAndComments(String sql) {
        String text = UnicodeBlanks.madePlain(sql);
        Matcher next = NEXT.matcher(text);
        var tokens = new ArrayList<Token>();
        int position = 0;
        while (next.region(position, text.length()).lookingAt()) {
            Token.Kind kind = kind(next);
            int start = next.start(kind.name());
            position = text.startsWith("/*", start) ? endOfComment(text, start) : next.end();
            tokens.add(new Token(kind, sql.substring(start, position), start, position));
        }
        return List.copyOf(tokens);
    }

    private static Token.Kind kind(Matcher found) {
        for (Token.Kind kind : Token.Kind.values()) {
            if (found.start(kind.name()) >= 0) {
                return kind;
            }
        }
        throw new IllegalStateException("no kind of token: " + found);
    }

    /** Block comments can be nested. */
    private static int endOfComment(String text, int start) {
        Matcher edge = EDGE_OF_COMMENT.matcher(text).region(start, text.length());
        int depth = 0;
        while (edge.find()) {
            depth += edge.group().equals("/*") ? 1 : -1;
            if (depth == 0) {
                return edge.end();
            }
        }
        return text.length();
    }

    /** One of the given signs, if no comment begins there. */
    private static String of(String signs) {
        return "(?:(?!--|/\\*)" + signs + ")";
    }
}
