package io.duckboard.engine.lambda;

/** A handler that knows whether its process may take another call. */
public interface Reusable {

    /** Called after an answer. If it returns false, the process must end, and another one takes the next call. */
    boolean isReusable();
}
