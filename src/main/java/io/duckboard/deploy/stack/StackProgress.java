package io.duckboard.deploy.stack;

/** Is notified of the progress of a deployment. */
public interface StackProgress {

    /** @param what the work that begins, as a clause */
    void step(String what);

    /** @param what something worth knowing about the work so far, in sentences */
    void note(String what);

    /** From now on CloudFormation continues by itself, whether somebody watches or not. */
    void begun();

    /** CloudFormation has finished the change. */
    void ended();

    /** Events are passed in the order in which they happen. */
    void event(StackEvent event);
}
