package io.duckboard.client;

/** How a question for rows ended. */
public sealed interface RowsOutcome extends QueryOutcome permits QueryOutcome.Answered, CallFailure {}
