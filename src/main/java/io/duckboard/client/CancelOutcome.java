package io.duckboard.client;

import io.duckboard.engine.failure.Failure;

/** The result of an attempt to cancel a query. */
public sealed interface CancelOutcome {

    /** The query ends within seconds, unless it has ended already. */
    record Accepted() implements CancelOutcome {}

    /** The engine could not be reached. The query runs on, until its deadline at the latest. */
    record NotSent(Failure failure) implements CancelOutcome {}
}
