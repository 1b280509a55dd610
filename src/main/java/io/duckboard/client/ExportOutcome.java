package io.duckboard.client;

/** How a question for a whole answer in a file ended. */
public sealed interface ExportOutcome extends QueryOutcome permits QueryOutcome.Exported, CallFailure {}
