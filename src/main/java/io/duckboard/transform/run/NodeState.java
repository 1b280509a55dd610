package io.duckboard.transform.run;

/** The state of a node in a run: it waits, it runs, or it has ended. */
public sealed interface NodeState permits NodeState.Waiting, NodeState.Running, NodeOutcome {

    record Waiting() implements NodeState {}

    record Running() implements NodeState {}
}
