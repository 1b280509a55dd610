package io.duckboard.client;

import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Problem;
import java.time.Duration;

/** How a question ended, be it one for rows or one for a file. */
public sealed interface QueryOutcome permits RowsOutcome, ExportOutcome {

    /** @param roundTrip from the call to the decoded answer */
    record Answered(Answer.Rows answer, Duration roundTrip) implements RowsOutcome {}

    /**
     * The whole answer is in a file, to be had from {@link QueryEngine#open}.
     *
     * @param roundTrip from the call to the decoded answer
     */
    record Exported(Answer.Exported answer, Duration roundTrip) implements ExportOutcome {}

    /** The engine answered that it could not. */
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
