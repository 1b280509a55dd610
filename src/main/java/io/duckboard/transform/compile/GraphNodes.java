package io.duckboard.transform.compile;

import io.duckboard.transform.graph.GraphNode;
import io.duckboard.transform.project.Project;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the nodes of a project's graph as they become known. */
final class GraphNodes {

    private final Project project;
    private final List<GraphNode> nodes = new ArrayList<>();

    GraphNodes(Project project) {
        this.project = project;
    }

    List<GraphNode> all() {
        return List.copyOf(nodes);
    }

    void add(SourceTable source) {
        nodes.add(new GraphNode(
                source.uniqueId(),
                GraphNode.Kind.SOURCE,
                source.name(),
                List.of(source.source(), source.name()),
                source.file(),
                source.line(),
                source.tags(),
                Set.of()));
    }

    void add(RenderedTemplate model, ModelConfig config, List<String> dependsOn) {
        var path = new ArrayList<>(List.of(project.name()));
        path.addAll(project.belowModels(model.file()));
        nodes.add(new GraphNode(
                "model." + project.name() + "." + model.name(),
                GraphNode.Kind.MODEL,
                model.name(),
                path,
                model.file().path(),
                0,
                config.tags(),
                new LinkedHashSet<>(dependsOn)));
    }

    void add(CompiledTest test) {
        nodes.add(new GraphNode(
                test.uniqueId(),
                GraphNode.Kind.TEST,
                test.name(),
                List.of(project.name(), test.name()),
                test.file(),
                test.line(),
                test.tags(),
                new LinkedHashSet<>(test.dependsOn())));
    }

    void add(Exposure exposure) {
        nodes.add(new GraphNode(
                exposure.uniqueId(),
                GraphNode.Kind.EXPOSURE,
                exposure.name(),
                List.of(project.name(), exposure.name()),
                exposure.file(),
                exposure.line(),
                List.of(),
                new LinkedHashSet<>(exposure.dependsOn())));
    }
}
