package io.duckboard.mcp;

import io.duckboard.transform.docs.ProjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the project says of its models and sources, and which reads which. */
final class ModelNotes {

    private final Supplier<List<ProjectNode>> project;

    /** @param project supplies the project's nodes as they are now; none if it cannot be read */
    ModelNotes(Supplier<List<ProjectNode>> project) {
        this.project = project;
    }

    Optional<String> description(String table) {
        return project.get().stream()
                .filter(node -> node.table().filter(table::equalsIgnoreCase).isPresent())
                .map(ProjectNode::description)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /** Returns all models with their SQL. */
    Map<String, @Nullable Object> models() {
        return Map.of(
                "models",
                project.get().stream()
                        .filter(node -> node.kind() == ProjectNode.Kind.MODEL)
                        .map(ModelNotes::model)
                        .toList());
    }

    /** @throws ToolException if there is no model of that name */
    Map<String, @Nullable Object> model(String name) {
        return project.get().stream()
                .filter(node ->
                        node.kind() == ProjectNode.Kind.MODEL && node.name().equals(name))
                .map(ModelNotes::model)
                .findFirst()
                .orElseThrow(() -> new ToolException(
                        "There is no model “" + name + "”.", "Read duckboard://models, which lists them."));
    }

    /** Returns all nodes, and for each what it reads. */
    Map<String, @Nullable Object> lineage() {
        return Map.of(
                "nodes",
                project.get().stream()
                        .map(node -> Map.of(
                                "id",
                                node.id(),
                                "name",
                                node.name(),
                                "kind",
                                node.kind().name().toLowerCase(Locale.ROOT),
                                "reads",
                                node.reads()))
                        .toList());
    }

    private static Map<String, @Nullable Object> model(ProjectNode node) {
        var model = new LinkedHashMap<String, @Nullable Object>();
        model.put("name", node.name());
        model.put("form", node.form());
        model.put("description", node.description());
        model.put("table", node.table().orElse(null));
        model.put("sql", node.sql().orElse(null));
        model.put(
                "columns",
                node.columns().stream()
                        .map(column -> Map.of("name", column.name(), "description", column.description()))
                        .toList());
        model.put("reads", node.reads());
        return model;
    }
}
