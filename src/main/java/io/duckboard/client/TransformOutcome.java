package io.duckboard.client;

import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.TransformAnswer;

/** The outcome of a call of the transform. */
public sealed interface TransformOutcome {

    /** The engine answered, even if only to say that something could not be done. */
    record Answered(TransformAnswer answer) implements TransformOutcome {}

    /** No engine answered, so there is no point in asking for the next node. */
    record Unreachable(Failure failure) implements TransformOutcome {}
}
