package io.duckboard.engine.guard;

import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.sql.Lexer;
import io.duckboard.engine.sql.Token;
import java.util.List;
import java.util.Optional;

/** Whether a text may run. */
public sealed interface Verdict {

    /**
     * @param sql the very text that was judged, and the only one that may run; as long as the caller's own, so that
     *     positions in it are positions in his
     * @param parameters the names of the values for $1, $2, … in order
     * @param form which of the texts that read it is
     */
    record Allowed(String sql, List<String> parameters, Form form) implements Verdict {
        public Allowed {
            parameters = List.copyOf(parameters);
        }

        /**
         * The text as it stands within another statement, without the semicolons at its end. What it is does not
         * change there: the parser has found every bracket, quote and comment in it closed, but for a comment to the
         * end of its line.
         *
         * @return empty for what stands in no other statement
         */
        public Optional<String> subquery() {
            if (form != Form.SELECT) {
                return Optional.empty();
            }
            List<Token> tokens = Lexer.tokens(sql);
            int last = tokens.size() - 1;
            while (tokens.get(last).isSymbol(";")) {
                last--;
            }
            return Optional.of(sql.substring(0, tokens.get(last).end()));
        }
    }

    /** SELECT is every statement that a SELECT may read from, a DESCRIBE or a PIVOT of named columns too. */
    enum Form {
        SELECT,
        EXPLAIN,
        /** It finds its columns in the data, and DuckDB runs it as two statements. */
        DYNAMIC_PIVOT
    }

    record Refused(Problem problem) implements Verdict {}
}
