package io.duckboard.engine.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes SQL into tokens as DuckDB does, by the rules of its scan.l. What is never closed goes to the end of the text:
 * to refuse it is the parser's part.
 */
public final class Lexer {

    /** What a name without quotes begins with; DuckDB takes all beyond ASCII for letters. */
    private static final String LETTER = "[A-Za-z_\\x{80}-\\x{10FFFF}]";

    /** The tag of a dollar-quoted text, and the name of a parameter. */
    static final String TAG = LETTER + "[\\w\\x{80}-\\x{10FFFF}]*+";

    private static final String LINE_COMMENT = "--[^\\n\\r]*+";

    /** Between two quotes of one string: blanks and line comments, and a line's end among them. */
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
     * Signs that stand together, up to a comment. Those of arithmetic alone leave a plus or minus at their end to what
     * follows. DuckDB takes 63 at most.
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

    /** Comments apart. */
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

    /** There may be others within it. */
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

    /** One of some signs, where no comment begins. */
    private static String of(String signs) {
        return "(?:(?!--|/\\*)" + signs + ")";
    }
}
