package io.duckboard.transform.run;

import io.duckboard.engine.protocol.Node;

/** Is notified of the progress of a run, on the run's own thread. */
public interface RunListener {

    void started(Node node);

    void ended(NodeResult result);
}
