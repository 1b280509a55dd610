package io.duckboard.client;

import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The outcome of a query, whether it asked for rows or for a file. */
public sealed interface QueryOutcome permits RowsOutcome, ExportOutcome {

    /**
     * @param roundTrip the time from the call to the decoded answer
     * @param unchangedSince when the engine gave this answer, if it has now only said that the answer is still right
     */
    record Answered(Answer.Rows answer, Duration roundTrip, Optional<Instant> unchangedSince) implements RowsOutcome {

        public Answered(Answer.Rows answer, Duration roundTrip) {
            this(answer, roundTrip, Optional.empty());
        }
    }

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

    /**
     * Whoever asked has reached a limit, and the engine was not asked.
     *
     * @param freeIn when the same query may be asked again at the earliest; never zero
     */
    record Limited(Failure failure, Duration freeIn) implements CallFailure {}
}
