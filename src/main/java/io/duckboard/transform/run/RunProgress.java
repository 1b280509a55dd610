package io.duckboard.transform.run;

import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tracks which nodes of a plan wait, run and have ended. Only one thread may use it. */
final class RunProgress {

    private final List<Node> waiting;
    private final List<Node> running = new ArrayList<>();
    private final List<BuiltModel> built = new ArrayList<>();
    private final List<NodeResult> results = new ArrayList<>();
    private final List<NodeResult> skipped = new ArrayList<>();

    /** Models that other nodes must not read. */
    private final Set<String> blocked = new HashSet<>();

    private boolean keptBack;

    RunProgress(CompiledPlan plan) {
        this.waiting = new ArrayList<>(plan.nodes());
    }

    /** Removes and returns the nodes that may begin now. */
    List<Node> takeReady() {
        for (Node node : List.copyOf(waiting)) {
            if (node.dependsOn().stream().anyMatch(blocked::contains)) {
                waiting.remove(node);
                var result = new NodeResult(node, new NodeOutcome.Skipped());
                skipped.add(result);
                ended(result);
            }
        }
        List<Node> ready = waiting.stream().filter(this::isReady).toList();
        waiting.removeAll(ready);
        running.addAll(ready);
        return ready;
    }

    /** Returns the nodes that were skipped since the last call. */
    List<NodeResult> skipped() {
        List<NodeResult> since = List.copyOf(skipped);
        skipped.clear();
        return since;
    }

    void ended(NodeAnswer answer) {
        answer.built().ifPresent(built::add);
        ended(answer.result());
    }

    private void ended(NodeResult result) {
        running.remove(result.node());
        results.add(result);
        boolean blocks = switch (result.outcome()) {
            case NodeOutcome.Built _, NodeOutcome.Passed _ -> false;
            case NodeOutcome.FoundFailures found -> found.isError();
            case NodeOutcome.Failed _, NodeOutcome.Skipped _ -> true;
        };
        if (blocks) {
            block(result.node());
        }
    }

    /** Returns the built models, each after those that it reads, since they were built before it. */
    List<BuiltModel> built() {
        return List.copyOf(built);
    }

    List<NodeResult> results() {
        return List.copyOf(results);
    }

    boolean isOver() {
        return waiting.isEmpty() && running.isEmpty();
    }

    boolean isKeptBack() {
        return keptBack;
    }

    /**
     * Whether all models that it reads are built and tested: in the plan, a model's tests come before the nodes that
     * read it.
     */
    private boolean isReady(Node node) {
        return unfinishedBefore(node).noneMatch(other -> switch (other) {
            case Node.Model model -> node.dependsOn().contains(model.name());
            case Node.Test test -> node instanceof Node.Model && isTestOfWhatItReads(test, node);
        });
    }

    private static boolean isTestOfWhatItReads(Node.Test test, Node node) {
        return test.dependsOn().stream().anyMatch(node.dependsOn()::contains);
    }

    private Stream<Node> unfinishedBefore(Node node) {
        int place = waiting.indexOf(node);
        return Stream.concat(running.stream(), waiting.subList(0, place).stream());
    }

    private void block(Node node) {
        keptBack = true;
        switch (node) {
            case Node.Model model -> blocked.add(model.name());
            case Node.Test test -> blocked.addAll(test.dependsOn());
        }
    }
}
