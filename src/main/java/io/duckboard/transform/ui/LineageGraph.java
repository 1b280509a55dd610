package io.duckboard.transform.ui;

import io.duckboard.transform.docs.ProjectNode;
import java.io.Serializable;
import java.util.List;

/**
 * The nodes that the component draws, with their texts.
 *
 * @param description a description of the whole graph, for screen readers
 */
record LineageGraph(String description, List<Node> nodes, List<Edge> edges) implements Serializable {

    LineageGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * @param form the node's form in a word or two
     * @param facts short facts, such as {@code 137 rows}
     * @param run how the node ended in the last run
     * @param tests how the node's tests ended
     */
    record Node(String id, ProjectNode.Kind kind, String name, String form, List<String> facts, Mark run, Mark tests)
            implements Serializable {

        Node {
            facts = List.copyOf(facts);
        }
    }

    /** The node {@code to} reads {@code from}. */
    record Edge(String from, String to) implements Serializable {}
}
