package io.duckboard.transform.artifacts;

import io.duckboard.transform.compile.CompiledModel;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.CompiledTest;
import io.duckboard.transform.compile.ModelConfig;
import io.duckboard.transform.compile.ModelMaterialization;
import io.duckboard.transform.graph.GraphNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A model in the manifest. */
final class ModelNode {

    private final CompiledProject project;
    private final References references;

    ModelNode(CompiledProject project) {
        this.project = project;
        this.references = new References(project);
    }

    Members members(CompiledModel model) {
        List<String> fqn =
                project.graph().node(model.uniqueId()).map(GraphNode::path).orElse(List.of());
        String below = String.join("/", fqn.subList(Math.min(1, fqn.size()), fqn.size())) + ".sql";
        String raw = model.rawSql().strip();
        Members members = new Named("model", project.name(), model.uniqueId(), model.name(), below, model.file(), fqn)
                .members(RelationName.SCHEMA)
                .put("alias", model.name())
                .put("relation_name", relation(model))
                .put("description", model.description())
                .put("columns", Named.columns(model.columns()))
                .put("tags", model.tags())
                .put("meta", new Members())
                .put("config", config(model.config()))
                .put("docs", new Members().put("show", true).putNull("node_color"))
                .put("patch_path", patchPath(model))
                .put("checksum", Sql.checksum(raw))
                .put("access", "protected");
        references.addTo(members, model.dependsOn());
        return Sql.addTo(members, raw, model.sql());
    }

    private static Optional<String> relation(CompiledModel model) {
        return model.materialization() == ModelMaterialization.EPHEMERAL
                ? Optional.empty()
                : Optional.of(RelationName.of(model.name()));
    }

    private static Members config(ModelConfig config) {
        return new Members()
                .put("enabled", config.enabled())
                .put("materialized", config.materialized().name().toLowerCase(Locale.ROOT))
                .put("tags", config.tags())
                .put("meta", new Members())
                .put("partition_by", config.partitionBy())
                .put("location", config.copyTo());
    }

    /** Returns the YAML file that describes the model, which is known if a test in that file is about the model. */
    private Optional<String> patchPath(CompiledModel model) {
        return project.tests().stream()
                .filter(test -> test.attachedModelUniqueId().equals(Optional.of(model.uniqueId())))
                .map(CompiledTest::file)
                .map(file -> project.name() + "://" + file)
                .findFirst();
    }
}
