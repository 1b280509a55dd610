package io.duckboard.engine.lambda;

/** A handler that knows whether its process may take another call. */
public interface Reusable {

    /** Asked after an answer. If not, the process is to end, and another to take the next call. */
    boolean isReusable();
}
