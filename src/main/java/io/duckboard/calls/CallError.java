package io.duckboard.calls;

import io.duckboard.engine.failure.Failure;
import java.time.Instant;

/**
 * A call that the engine, its lake or the way there failed.
 *
 * @param word the outcome's, as in {@link io.duckboard.client.FinishedCall#word}
 * @param failure what was said to whoever asked; it may name tables and files
 * @param reference by which the log and the traces know the call
 */
public record CallError(Instant at, String word, Failure failure, String reference) {}
