package io.duckboard.transform.run;

import io.duckboard.engine.protocol.Node;

/** The outcome of a node in a run. */
public record NodeResult(Node node, NodeOutcome outcome) {}
