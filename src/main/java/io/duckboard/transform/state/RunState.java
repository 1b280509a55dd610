package io.duckboard.transform.state;

import io.duckboard.transform.run.NodeOutcome;
import io.duckboard.transform.run.NodeState;
import io.duckboard.transform.run.RunOutcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The state of a run at one moment.
 *
 * @param nodes the states of the run's models and tests, by id
 * @param end empty while the run goes on
 */
public record RunState(Instant startedAt, Map<String, NodeState> nodes, Optional<End> end) {

    public RunState {
        nodes = Map.copyOf(nodes);
    }

    public boolean isRunning() {
        return end.isEmpty();
    }

    public Optional<NodeState> of(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    public long count(Class<? extends NodeState> kind) {
        return nodes.values().stream().filter(kind::isInstance).count();
    }

    /** Returns how many nodes have ended. */
    public long done() {
        return nodes.size() - count(NodeState.Waiting.class) - count(NodeState.Running.class);
    }

    RunState with(String id, NodeState state) {
        var changed = new HashMap<>(nodes);
        changed.put(id, state);
        return new RunState(startedAt, changed, end);
    }

    RunState ended(End how) {
        var changed = new HashMap<>(nodes);
        changed.replaceAll((_, state) -> switch (state) {
            case NodeState.Waiting _, NodeState.Running _ -> new NodeOutcome.Skipped();
            case NodeOutcome _ -> state;
        });
        return new RunState(startedAt, changed, Optional.of(how));
    }

    /** The time and the outcome of a run's end. */
    public record End(Instant at, RunOutcome outcome) {}
}
