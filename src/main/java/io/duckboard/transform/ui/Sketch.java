package io.duckboard.transform.ui;

import io.duckboard.datapage.Freshness;
import io.duckboard.datapage.TableEntry;
import io.duckboard.format.Figures;
import io.duckboard.transform.docs.ProjectNode;
import io.duckboard.transform.docs.ProjectNodes;
import io.duckboard.transform.run.NodeOutcome;
import io.duckboard.transform.run.NodeState;
import io.duckboard.transform.state.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A project's nodes, combined with data from the lake and the last run.
 *
 * @param tables the lake's tables; empty until the lake has answered
 */
record Sketch(ProjectNodes project, List<TableEntry> tables, Optional<RunState> run) {

    LineageGraph graph(Instant now) {
        List<LineageGraph.Node> nodes =
                project.all().stream().map(node -> node(node, now)).toList();
        List<LineageGraph.Edge> edges = project.all().stream()
                .flatMap(node -> node.reads().stream()
                        .filter(read -> project.node(read).isPresent())
                        .map(read -> new LineageGraph.Edge(read, node.id())))
                .toList();
        return new LineageGraph(description(), nodes, edges);
    }

    /** Returns the lake's table for a node, if it exists. */
    Optional<TableEntry> table(ProjectNode node) {
        return node.table()
                .flatMap(name -> tables.stream()
                        .filter(table -> table.name().equalsIgnoreCase(name))
                        .findFirst());
    }

    /** Returns facts such as {@code 137 rows} and {@code 3 min ago}. */
    List<String> facts(ProjectNode node, Instant now) {
        var facts = new ArrayList<String>();
        table(node).ifPresent(table -> {
            table.rows().ifPresent(rows -> facts.add(Figures.count(rows, "row")));
            table.builtAt().ifPresent(built -> facts.add(Figures.ago(Duration.between(built, now))));
        });
        return facts;
    }

    Mark mark(ProjectNode node) {
        return switch (node.kind()) {
            case SOURCE -> tables.isEmpty() || table(node).isPresent() ? Mark.NONE : missing();
            case EXPOSURE -> Mark.NONE;
            case MODEL ->
                state(node.id())
                        .filter(state -> !(state instanceof NodeOutcome.Built)
                                || freshness(node).isEmpty())
                        .map(Mark::of)
                        .or(() -> freshness(node).map(change -> new Mark(Mark.Tone.WARNING, change.words())))
                        .orElseGet(() -> unbuilt(node));
        };
    }

    Mark tests(ProjectNode node) {
        List<NodeState> known =
                node.tests().stream().flatMap(test -> state(test.id()).stream()).toList();
        return Mark.of(known, node.tests().size());
    }

    Optional<NodeState> state(String id) {
        return run.flatMap(state -> state.of(id));
    }

    /** Returns what has changed since the model was built, if anything. */
    private Optional<Freshness> freshness(ProjectNode node) {
        return node.table().flatMap(name -> Freshness.of(name, tables)).filter(freshness -> !freshness.isFresh());
    }

    private Mark unbuilt(ProjectNode node) {
        return node.table().isEmpty() || tables.isEmpty() || table(node).isPresent()
                ? Mark.NONE
                : new Mark(Mark.Tone.NONE, "not built yet");
    }

    private static Mark missing() {
        return new Mark(Mark.Tone.BAD, "not in the lake");
    }

    private LineageGraph.Node node(ProjectNode node, Instant now) {
        return new LineageGraph.Node(
                node.id(), node.kind(), node.name(), node.form(), facts(node, now), mark(node), tests(node));
    }

    private String description() {
        return "Lineage: "
                + Figures.count(count(ProjectNode.Kind.SOURCE), "source") + ", "
                + Figures.count(count(ProjectNode.Kind.MODEL), "model") + ", "
                + Figures.count(count(ProjectNode.Kind.EXPOSURE), "exposure");
    }

    private long count(ProjectNode.Kind kind) {
        return project.all().stream().filter(node -> node.kind() == kind).count();
    }
}
