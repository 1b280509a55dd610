package io.duckboard.transform.graph;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A model, test, source or exposure of a project.
 *
 * @param uniqueId dbt's unique id, such as {@code model.shop.orders}
 * @param path the parts of its name: project and folders, or source, and its own name
 * @param file the path below the project's folder, with {@code /}
 * @param dependsOn unique ids of the nodes that it reads directly
 */
public record GraphNode(
        String uniqueId,
        Kind kind,
        String name,
        List<String> path,
        String file,
        int line,
        List<String> tags,
        Set<String> dependsOn) {

    /** The kind of a node. */
    public enum Kind {
        MODEL,
        TEST,
        SOURCE,
        EXPOSURE
    }

    public GraphNode {
        path = List.copyOf(path);
        tags = List.copyOf(tags);
        dependsOn = Collections.unmodifiableSet(new LinkedHashSet<>(dependsOn));
    }
}
