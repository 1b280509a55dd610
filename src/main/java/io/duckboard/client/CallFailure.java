package io.duckboard.client;

import io.duckboard.engine.failure.Failure;

/** Why a call of the engine returned no answer, whatever the call asked for. */
public sealed interface CallFailure extends RowsOutcome, ExportOutcome
        permits QueryOutcome.Failed, QueryOutcome.Unreachable {

    /** What happened, and what to do about it; the hint is empty where the engine does not say. */
    Failure failure();
}
