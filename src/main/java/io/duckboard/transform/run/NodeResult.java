package io.duckboard.transform.run;

import io.duckboard.engine.protocol.Node;

/** A node of a run, and how it ended. */
public record NodeResult(Node node, NodeOutcome outcome) {}
