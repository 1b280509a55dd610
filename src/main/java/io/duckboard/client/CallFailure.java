package io.duckboard.client;

import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.Problem;
import java.util.Optional;

/** Why a call of the engine returned no answer, whatever the call asked for. */
public sealed interface CallFailure extends RowsOutcome, ExportOutcome
        permits QueryOutcome.Failed, QueryOutcome.Unreachable, QueryOutcome.Limited {

    /** What happened, and what to do about it; the hint is empty where the engine does not say. */
    Failure failure();

    /**
     * The same failure, whose hint ends with a reference, by which whoever looks after Duckboard finds more. Who is told
     * what is wrong with their question needs none.
     */
    default CallFailure withReference(String reference) {
        return switch (this) {
            case QueryOutcome.Failed(Problem problem) ->
                switch (problem.code()) {
                    case INTERNAL, TIMEOUT ->
                        new QueryOutcome.Failed(new Problem(
                                problem.code(),
                                problem.message(),
                                problem.position(),
                                Optional.of(referring(reference).hint()),
                                problem.table()));
                    case SYNTAX,
                            UNKNOWN_NAME,
                            NOT_ALLOWED,
                            INVALID_REQUEST,
                            BUSY,
                            CANCELLED,
                            OUT_OF_MEMORY,
                            RESULT_TOO_LARGE,
                            LAKE_UNAVAILABLE,
                            LAKE_DENIED,
                            FILE_MISSING,
                            FILE_DAMAGED -> this;
                };
            case QueryOutcome.Unreachable _ -> new QueryOutcome.Unreachable(referring(reference));
            case QueryOutcome.Limited limited -> limited;
        };
    }

    private Failure referring(String reference) {
        Failure said = failure().orHint("Try again. Duckboard's log says more.");
        return new Failure(said.message(), said.hint() + " Reference: " + reference);
    }
}
