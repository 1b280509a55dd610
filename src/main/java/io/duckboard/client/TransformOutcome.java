package io.duckboard.client;

import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.TransformAnswer;

/** What came of a call of the transform. */
public sealed interface TransformOutcome {

    /** The engine answered, be it that something could not be done. */
    record Answered(TransformAnswer answer) implements TransformOutcome {}

    /** Nobody answered, so there is no use in asking for the next. */
    record Unreachable(Failure failure) implements TransformOutcome {}
}
