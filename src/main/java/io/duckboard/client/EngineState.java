package io.duckboard.client;

/** What the engine's last call says of it. */
public enum EngineState {
    /** Not asked yet. */
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
                    // The query's own fault, and the engine was there to say so.
                    case SYNTAX, UNKNOWN_NAME, NOT_ALLOWED, INVALID_REQUEST, CANCELLED, TIMEOUT, RESULT_TOO_LARGE ->
                        WARM;
                    case BUSY, OUT_OF_MEMORY, LAKE_UNAVAILABLE, LAKE_DENIED, FILE_MISSING, FILE_DAMAGED, INTERNAL ->
                        FAILED;
                };
            case QueryOutcome.Unreachable _ -> FAILED;
        };
    }
}
