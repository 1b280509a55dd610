package io.duckboard.sqlpage.history;

/** How a run ended, if it has ended. */
public enum HistoryOutcome {
    RUNNING,
    ANSWERED,
    EXPORTED,
    FAILED,
    CANCELLED,
    TIMED_OUT,
    UNREACHABLE,
    /** The app ended before the query did. */
    INTERRUPTED
}
