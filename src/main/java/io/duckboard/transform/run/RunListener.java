package io.duckboard.transform.run;

import io.duckboard.engine.protocol.Node;

/** Is told how a run gets on, by the run's own thread. */
public interface RunListener {

    void started(Node node);

    void ended(NodeResult result);
}
