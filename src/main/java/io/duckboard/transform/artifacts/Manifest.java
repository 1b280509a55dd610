package io.duckboard.transform.artifacts;

import io.duckboard.transform.compile.CompiledModel;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.CompiledTest;
import io.duckboard.transform.compile.Exposure;
import io.duckboard.transform.compile.SourceTable;
import io.duckboard.transform.graph.Graph;
import io.duckboard.transform.graph.GraphNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** The members of {@code manifest.json}. */
final class Manifest {

    /** Members for features that Duckboard's projects lack; dbt's docs page still reads some of them. */
    private static final List<String> EMPTY = List.of(
            "macros",
            "metrics",
            "groups",
            "selectors",
            "disabled",
            "group_map",
            "saved_queries",
            "semantic_models",
            "unit_tests");

    private final CompiledProject project;

    Manifest(CompiledProject project) {
        this.project = project;
    }

    Members members(Instant generatedAt) {
        Graph graph = project.graph();
        var members = new Members()
                .put(
                        "metadata",
                        Schema.MANIFEST
                                .metadata(generatedAt)
                                .put("project_name", project.name())
                                .put("adapter_type", "duckdb"))
                .put("nodes", nodes())
                .put("sources", sources())
                .put("exposures", exposures())
                .put("docs", docs())
                .put("parent_map", map(graph, graph::parents))
                .put("child_map", map(graph, graph::children));
        EMPTY.forEach(name -> members.put(name, new Members()));
        return members;
    }

    private Members nodes() {
        var models = new ModelNode(project);
        var tests = new TestNode(project);
        var nodes = new Members();
        for (CompiledModel model : project.models()) {
            nodes.put(model.uniqueId(), models.members(model));
        }
        for (CompiledTest test : project.tests()) {
            nodes.put(test.uniqueId(), tests.members(test));
        }
        return nodes;
    }

    private Members sources() {
        var sources = new Members();
        for (SourceTable source : project.sources()) {
            sources.put(source.uniqueId(), SourceNode.members(project.name(), source));
        }
        return sources;
    }

    private Members exposures() {
        var exposures = new Members();
        for (Exposure exposure : project.exposures()) {
            exposures.put(exposure.uniqueId(), ExposureNode.members(project, exposure));
        }
        return exposures;
    }

    /** Without an overview, dbt's docs page shows nothing. */
    private Members docs() {
        String id = "doc." + project.name() + ".__overview__";
        return new Members()
                .put(
                        id,
                        new Members()
                                .put("name", "__overview__")
                                .put("resource_type", "doc")
                                .put("package_name", project.name())
                                .put("path", "overview.md")
                                .put("original_file_path", "overview.md")
                                .put("unique_id", id)
                                .put("block_contents", overview()));
    }

    private String overview() {
        return """
                ### %s

                The models, tests and sources of this project, as Duckboard compiled them.""".formatted(project.name());
    }

    private static Members map(Graph graph, Function<String, Collection<String>> related) {
        var map = new Members();
        for (GraphNode node : graph.nodes()) {
            map.put(node.uniqueId(), List.copyOf(related.apply(node.uniqueId())));
        }
        return map;
    }
}
