package io.duckboard.client;

import io.duckboard.engine.protocol.TransformRequest;
import java.util.UUID;

/** Builds, tests and publishes models, wherever that is done. */
public interface TransformEngine {

    /** Blocks until there is an answer. */
    TransformOutcome ask(TransformRequest request);

    /** Asks that what is under way of a run be ended. */
    CancelOutcome cancel(UUID run);
}
