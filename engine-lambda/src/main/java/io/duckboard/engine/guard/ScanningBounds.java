package io.duckboard.engine.guard;

import io.duckboard.engine.sql.Token;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses texts that would keep DuckDB's scanner busy for too long. Nothing can interrupt the scanner. */
final class ScanningBounds {

    /**
     * For each block comment, DuckDB scans the whole rest of the text again: 50,000 of them keep it busy for a minute,
     * and 500 in the longest text for less than a second.
     */
    private static final int MAX_BLOCK_COMMENTS = 500;

    /** DuckDB does the same for each sign of an unbroken run of signs: 200,000 of them keep it busy for minutes. */
    private static final int MAX_SIGNS = 100;

    private static final Pattern TOO_MANY_SIGNS = Pattern.compile("[-+*/<>=~!@#%^&|`?]{" + (MAX_SIGNS + 1) + "}");
    private static final Pattern EDGE_OF_COMMENT = Pattern.compile("/\\*|\\*/");

    private ScanningBounds() {}

    /** @param tokens including the comments */
    static void check(String sql, List<Token> tokens) throws RefusedException {
        Matcher signs = TOO_MANY_SIGNS.matcher(sql);
        long blockComments = 0;
        for (Token token : tokens) {
            blockComments += token.text().startsWith("/*") ? blockComments(token) : 0;
            if (blockComments > MAX_BLOCK_COMMENTS) {
                throw RefusedException.invalid(
                        "The text has more than " + MAX_BLOCK_COMMENTS + " block comments.", "Leave some out.");
            }
            if (token.kind() == Token.Kind.SYMBOL
                    && signs.region(token.start(), sql.length()).lookingAt()) {
                throw RefusedException.invalid(
                                "The text has an operator of more than " + MAX_SIGNS + " signs.",
                                "Put blanks in between.")
                        .at(token.start());
            }
        }
    }

    /** Including nested ones. */
    private static long blockComments(Token comment) {
        return EDGE_OF_COMMENT
                .matcher(comment.text())
                .results()
                .filter(edge -> edge.group().equals("/*"))
                .count();
    }
}
