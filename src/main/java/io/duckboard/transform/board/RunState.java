package io.duckboard.transform.board;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as it is at a moment.
 *
 * @param nodes by id, models and tests: those of the run
 * @param end empty while it runs
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

    /** Nodes of which it is known how they fared. */
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
            case NodeState.Waiting _, NodeState.Running _ -> new NodeState.Skipped();
            default -> state;
        });
        return new RunState(startedAt, changed, Optional.of(how));
    }

    /** How a run ended. */
    public sealed interface End {

        Instant at();

        /**
         * What it built is there for everyone.
         *
         * @param notes what could not be done after that, such as a copy
         */
        record Published(Instant at, List<String> notes) implements End {
            public Published {
                notes = List.copyOf(notes);
            }

            public Published(Instant at) {
                this(at, List.of());
            }
        }

        /** It had nothing to build, and no test failed. */
        record Tested(Instant at) implements End {}

        /** A failure kept everything back: all is as it was before. */
        record KeptBack(Instant at) implements End {}

        record Cancelled(Instant at) implements End {}

        /** It could not go on. */
        record Failed(Instant at, Fault fault) implements End {}
    }
}
