package io.duckboard.deploy.stack;

/** Watches a deployment. */
public interface StackProgress {

    /** @param what a stretch of work that begins, a clause */
    void step(String what);

    /** In the order in which they happen. */
    void event(StackEvent event);
}
