package io.duckboard.query;

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
            case QueryOutcome.Failed _, QueryOutcome.Unreachable _ -> FAILED;
        };
    }
}
