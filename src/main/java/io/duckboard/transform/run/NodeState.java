package io.duckboard.transform.run;

/** How a node of a run stands: it waits, it runs, or it has ended. */
public sealed interface NodeState permits NodeState.Waiting, NodeState.Running, NodeOutcome {

    record Waiting() implements NodeState {}

    record Running() implements NodeState {}
}
