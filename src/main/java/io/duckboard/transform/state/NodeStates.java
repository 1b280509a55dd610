package io.duckboard.transform.state;

import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.Node;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.run.NodeResult;
import io.duckboard.transform.run.NodeState;
import io.duckboard.transform.run.RunListener;
import java.util.function.BiConsumer;

/**
 * Reports the states of a run's nodes by their ids in the project.
 *
 * @param listener receives every state of a node
 */
record NodeStates(CompiledProject project, BiConsumer<String, NodeState> listener) implements RunListener {

    void begin(CompiledPlan plan) {
        plan.nodes().forEach(node -> tell(node, new NodeState.Waiting()));
    }

    @Override
    public void started(Node node) {
        tell(node, new NodeState.Running());
    }

    @Override
    public void ended(NodeResult result) {
        tell(result.node(), result.outcome());
    }

    private void tell(Node node, NodeState state) {
        listener.accept(project.uniqueId(node), state);
    }
}
