package io.duckboard.client;

/** The outcome of a query whose whole answer goes to a file. */
public sealed interface ExportOutcome extends QueryOutcome permits QueryOutcome.Exported, CallFailure {}
