package io.duckboard.transform.graph;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A model, test, source or exposure of a project.
 *
 * @param uniqueId dbt's, such as {@code model.shop.orders}
 * @param path its name in parts: project and folders, or source, and its own name
 * @param file below the project's folder, with {@code /}
 * @param dependsOn unique ids of those that it reads itself
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

    /** What a node is. */
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
