package io.duckboard.sqlpage.plan;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.engine.sql.Lexer;
import io.duckboard.engine.sql.Token;
import java.util.List;
import java.util.Optional;

/**
 * Asks the engine how it answers a query, which runs the query.
 *
 * @param query as someone wrote it
 * @param places where the lake's files are, as far as that is known
 */
public record Explanation(Request.Query query, List<String> places) {

    /** Put directly in front of the text, so that the explained statement is the one that runs. */
    private static final String PREFIX = "EXPLAIN (ANALYZE, FORMAT json) ";

    public Explanation {
        places = List.copyOf(places);
    }

    /** Returns the query to ask. Its answer is a row of two texts, the second of which is the plan. */
    public Request.Query question() {
        return new Request.Query(
                PREFIX + query.sql(),
                1,
                query.parameters(),
                RowFormat.ROWS,
                query.timeout(),
                query.queryId(),
                Optional.empty(),
                query.parts());
    }

    /** @throws PlanException if the answer to {@link #question()} is not a plan that could be shown */
    public Plan plan(Answer.Rows answer) throws PlanException {
        if (answer.metadata().truncated() == Truncation.SIZE) {
            throw new PlanException("The plan is larger than an answer can be.");
        }
        if (answer.rows().isEmpty() || !(answer.rows().getFirst().getLast() instanceof String json)) {
            throw new PlanException("The engine answered with something that is no plan.");
        }
        return new PlanReader(new FilePaths(places)).read(json);
    }

    /** Converts the problem of {@link #question()} into one of the query that someone wrote. */
    public Problem ofQuery(Problem problem) {
        if (problem.code() == ErrorCode.NOT_ALLOWED && problem.position().isEmpty()) {
            return without(problem);
        }
        int position = problem.position().orElse(-1) - PREFIX.length();
        return position < 0 ? problem.nowhere() : problem.at(position);
    }

    /** Explains the problem of an EXPLAIN or a PIVOT, which may run on its own but not inside an EXPLAIN. */
    private Problem without(Problem problem) {
        List<Token> tokens = Lexer.tokens(query.sql());
        if (startsWith(tokens, "EXPLAIN")) {
            return Problem.of(
                    ErrorCode.NOT_ALLOWED,
                    "This is an EXPLAIN itself, and has no plan of its own.",
                    "Take EXPLAIN out to see the plan here; run it as it is to see DuckDB's text.");
        }
        if (startsWith(tokens, "PIVOT")
                || (startsWith(tokens, "WITH") && tokens.stream().anyMatch(token -> token.isWord("PIVOT")))) {
            return Problem.of(
                    ErrorCode.NOT_ALLOWED,
                    "A PIVOT that finds its columns in the data cannot be explained.",
                    "Name the columns: ON column IN (…).");
        }
        return problem;
    }

    private static boolean startsWith(List<Token> tokens, String word) {
        return !tokens.isEmpty() && tokens.getFirst().isWord(word);
    }
}
