package io.duckboard.transform.board;

import java.util.List;
import java.util.Optional;

/** All nodes of a project, each after those it reads. */
public record Board(List<BoardNode> nodes) {

    public Board {
        nodes = List.copyOf(nodes);
    }

    public Optional<BoardNode> node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /** The node that is a table of the lake, whose capitals do not matter. */
    public Optional<BoardNode> ofTable(String table) {
        return nodes.stream()
                .filter(node -> node.table().filter(table::equalsIgnoreCase).isPresent())
                .findFirst();
    }
}
