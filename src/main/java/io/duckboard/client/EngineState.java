package io.duckboard.client;

/** The state of the engine, as its last call showed it. */
public enum EngineState {
    /** The engine has not been asked yet. */
    UNKNOWN,
    WARM,
    COLD,
    FAILED;

    static EngineState after(QueryOutcome outcome) {
        return switch (outcome) {
            case QueryOutcome.Answered answered -> answered.answer().metadata().warm() ? WARM : COLD;
            case QueryOutcome.Exported exported -> exported.answer().metadata().warm() ? WARM : COLD;
            case QueryOutcome.Failed(var problem) ->
                switch (problem.code()) {
                    // The query itself is at fault, and the engine was able to say so.
                    case SYNTAX, UNKNOWN_NAME, NOT_ALLOWED, INVALID_REQUEST, CANCELLED, TIMEOUT, RESULT_TOO_LARGE ->
                        WARM;
                    case BUSY, OUT_OF_MEMORY, LAKE_UNAVAILABLE, LAKE_DENIED, FILE_MISSING, FILE_DAMAGED, INTERNAL ->
                        FAILED;
                };
            case QueryOutcome.Unreachable _ -> FAILED;
            case QueryOutcome.Limited _ -> UNKNOWN;
        };
    }
}
