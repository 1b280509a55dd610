package io.duckboard.engine.guard;

import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.sql.Lexer;
import io.duckboard.engine.sql.Token;
import java.util.List;
import java.util.Optional;

/** The guard's decision whether a text may run. */
public sealed interface Verdict {

    /**
     * @param sql exactly the text that was judged, and the only one that may run; it has the same length as the
     *     caller's text, so that positions in it are valid there too
     * @param parameters the names of the values for $1, $2, … in order
     * @param form the kind of statement
     * @param reads what it reads
     */
    record Allowed(String sql, List<String> parameters, Form form, Reads reads) implements Verdict {
        public Allowed {
            parameters = List.copyOf(parameters);
        }

        /**
         * The text for use within another statement, without the semicolons at its end. Its meaning does not change
         * there: the parser has found every bracket, quote and comment in it closed, except for a comment that runs to
         * the end of its line.
         *
         * @return empty for a statement that cannot be part of another
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

    /**
     * SELECT stands for every statement that a SELECT may read from, including DESCRIBE and a PIVOT with named columns.
     */
    enum Form {
        SELECT,
        EXPLAIN,
        /** A PIVOT that takes its columns from the data. DuckDB runs it as two statements. */
        DYNAMIC_PIVOT
    }

    record Refused(Problem problem) implements Verdict {}
}
