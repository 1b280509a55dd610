package io.duckboard.deploy.stack;

/** Watches a deployment. */
public interface StackProgress {

    /** @param what a stretch of work that begins, a clause */
    void step(String what);

    /** @param what is worth knowing of what has been done, sentences */
    void note(String what);

    /** From here on CloudFormation goes on by itself, whether somebody watches or not. */
    void begun();

    /** It has come to an end. */
    void ended();

    /** In the order in which they happen. */
    void event(StackEvent event);
}
