package io.duckboard.client;

import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Problem;
import java.time.Duration;

/** The outcome of a query, whether it asked for rows or for a file. */
public sealed interface QueryOutcome permits RowsOutcome, ExportOutcome {

    /** @param roundTrip the time from the call to the decoded answer */
    record Answered(Answer.Rows answer, Duration roundTrip) implements RowsOutcome {}

    /**
     * The whole answer is in a file, which {@link QueryEngine#open} reads.
     *
     * @param roundTrip the time from the call to the decoded answer
     */
    record Exported(Answer.Exported answer, Duration roundTrip) implements ExportOutcome {}

    /** The engine answered that it could not run the query. */
    record Failed(Problem problem) implements CallFailure {

        @Override
        public Failure failure() {
            return problem.failure();
        }
    }

    /** No engine answered. */
    record Unreachable(Failure failure) implements CallFailure {

        public Unreachable(String message, String hint) {
            this(new Failure(message, hint));
        }
    }
}
