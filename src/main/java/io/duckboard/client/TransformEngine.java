package io.duckboard.client;

import io.duckboard.engine.protocol.TransformRequest;
import java.util.UUID;

/** Builds, tests and publishes models, here or on AWS. */
public interface TransformEngine {

    /** Blocks until there is an answer. */
    TransformOutcome ask(TransformRequest request);

    /** Asks the engine to end the running work of a run. */
    CancelOutcome cancel(UUID run);
}
