package io.duckboard.transform.graph;

import io.duckboard.transform.project.Place;
import io.duckboard.transform.project.Problems;
import io.duckboard.transform.project.ProjectException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The dependencies between the nodes of a project, which have no cycles. */
public final class Graph {

    private final Map<String, GraphNode> nodes = new LinkedHashMap<>();
    private final Map<String, Set<String>> children = new HashMap<>();

    /** @param ordered the nodes, each after those that it depends on */
    private Graph(List<GraphNode> ordered) {
        for (GraphNode node : ordered) {
            nodes.put(node.uniqueId(), node);
            node.dependsOn()
                    .forEach(parent -> children.computeIfAbsent(parent, id -> new LinkedHashSet<>())
                            .add(node.uniqueId()));
        }
    }

    /**
     * Makes the graph of these nodes.
     *
     * @param nodes the nodes, which depend only on one another
     * @throws ProjectException if some nodes depend on themselves; it names the cycle
     */
    public static Graph of(Collection<GraphNode> nodes) {
        return new Graph(new Ordering(nodes).ordered());
    }

    /** Returns all nodes, each after those that it depends on. */
    public List<GraphNode> nodes() {
        return List.copyOf(nodes.values());
    }

    public Optional<GraphNode> node(String uniqueId) {
        return Optional.ofNullable(nodes.get(uniqueId));
    }

    /** Returns the unique ids of the nodes that it reads directly. */
    public Set<String> parents(String uniqueId) {
        return node(uniqueId).map(GraphNode::dependsOn).orElse(Set.of());
    }

    /** Returns the unique ids of the nodes that read it directly. */
    public Set<String> children(String uniqueId) {
        return children.getOrDefault(uniqueId, Set.of());
    }

    /** Orders nodes depth first, always in the same order for the same nodes. */
    private static final class Ordering {

        private final Map<String, GraphNode> nodes;
        private final Set<String> done = new LinkedHashSet<>();
        private final List<String> way = new ArrayList<>();

        Ordering(Collection<GraphNode> all) {
            nodes = all.stream()
                    .collect(Collectors.toMap(
                            GraphNode::uniqueId, node -> node, (one, other) -> one, LinkedHashMap::new));
        }

        List<GraphNode> ordered() {
            nodes.keySet().forEach(this::visit);
            return done.stream()
                    .flatMap(id -> Optional.ofNullable(nodes.get(id)).stream())
                    .toList();
        }

        private void visit(String id) {
            GraphNode node = nodes.get(id);
            if (node == null || done.contains(id)) {
                return;
            }
            if (way.contains(id)) {
                throw cycle(way.subList(way.indexOf(id), way.size()));
            }
            way.add(id);
            node.dependsOn().forEach(this::visit);
            way.removeLast();
            done.add(id);
        }

        private RuntimeException cycle(List<String> ids) {
            List<GraphNode> round = ids.stream()
                    .flatMap(id -> Optional.ofNullable(nodes.get(id)).stream())
                    .toList();
            var names = new ArrayList<>(round.stream().map(GraphNode::name).toList());
            names.add(names.getFirst());
            var problems = new Problems();
            problems.add(
                    new Place(round.getFirst().file(), round.getFirst().line()),
                    (round.size() == 1 ? "The model reads itself: " : "Models read each other in a circle: ")
                            + String.join(" → ", names) + ".",
                    "Take one of the references out.");
            return new ProjectException(problems.errors());
        }
    }

    Set<String> all() {
        return Collections.unmodifiableSet(nodes.keySet());
    }
}
