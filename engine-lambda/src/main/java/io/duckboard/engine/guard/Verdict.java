package io.duckboard.engine.guard;

import io.duckboard.engine.protocol.Problem;
import java.util.List;
import java.util.Optional;

/** Whether a text may run. */
public sealed interface Verdict {

    /**
     * @param sql the very text that was judged, and the only one that may run; as long as the caller's own, so that
     *     positions in it are positions in his
     * @param parameters the names of the values for $1, $2, … in order
     */
    record Allowed(String sql, List<String> parameters) implements Verdict {
        public Allowed {
            parameters = List.copyOf(parameters);
        }

        /**
         * The text as it stands within another statement, without the semicolons at its end. What it is does not
         * change there: the parser has found every bracket, quote and comment in it closed, but for a comment to the
         * end of its line.
         *
         * @return empty for an EXPLAIN, which stands in no other statement
         */
        public Optional<String> subquery() {
            try {
                List<Token> tokens = Lexer.tokens(sql);
                if (ExplainPrefix.of(tokens).end() > 0) {
                    return Optional.empty();
                }
                int last = tokens.size() - 1;
                while (tokens.get(last).isSymbol(";")) {
                    last--;
                }
                return Optional.of(sql.substring(0, tokens.get(last).end()));
            } catch (RefusedException e) {
                throw new IllegalStateException("A text is judged the same twice", e);
            }
        }
    }

    record Refused(Problem problem) implements Verdict {}
}
