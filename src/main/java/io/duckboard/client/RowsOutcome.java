package io.duckboard.client;

/** The outcome of a query for rows. */
public sealed interface RowsOutcome extends QueryOutcome permits QueryOutcome.Answered, CallFailure {}
