package io.duckboard.client;

import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Problem;
import java.time.Duration;

/** How a question ended. */
public sealed interface QueryOutcome permits QueryOutcome.Answered, QueryOutcome.Exported, CallFailure {

    /** @param roundTrip from the call to the decoded answer */
    record Answered(Answer.Rows answer, Duration roundTrip) implements QueryOutcome {}

    /**
     * The whole answer is in a file, to be had from {@link QueryEngine#open}.
     *
     * @param roundTrip from the call to the decoded answer
     */
    record Exported(Answer.Exported answer, Duration roundTrip) implements QueryOutcome {}

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
