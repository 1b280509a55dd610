package io.duckboard.transform.docs;

import io.duckboard.transform.compile.CompiledProject;
import java.util.List;
import java.util.Optional;

/** All nodes of a project, each after those that it reads. */
public record ProjectNodes(List<ProjectNode> all) {

    public ProjectNodes {
        all = List.copyOf(all);
    }

    public static ProjectNodes of(CompiledProject project) {
        return new NodeReader(project).nodes();
    }

    public Optional<ProjectNode> node(String id) {
        return all.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /** Finds the node that is a table of the lake, ignoring case. */
    public Optional<ProjectNode> ofTable(String table) {
        return all.stream()
                .filter(node -> node.table().filter(table::equalsIgnoreCase).isPresent())
                .findFirst();
    }
}
