package io.duckboard.client;

/** What became of the wish to end a query. */
public sealed interface CancelOutcome {

    /** The query ends within seconds, unless it has already. */
    record Accepted() implements CancelOutcome {}

    /**
     * Nobody could be told; the query runs on, to its deadline at the latest.
     *
     * @param message what happened
     * @param hint what to do about it
     */
    record NotSent(String message, String hint) implements CancelOutcome {}
}
