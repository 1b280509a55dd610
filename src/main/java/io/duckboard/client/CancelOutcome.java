package io.duckboard.client;

import io.duckboard.engine.failure.Failure;

/** What became of the wish to end a query. */
public sealed interface CancelOutcome {

    /** The query ends within seconds, unless it has already. */
    record Accepted() implements CancelOutcome {}

    /** Nobody could be told; the query runs on, to its deadline at the latest. */
    record NotSent(Failure failure) implements CancelOutcome {}
}
