package io.duckboard.transform.compile;

import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.Materialization;
import io.duckboard.engine.protocol.Node;
import io.duckboard.transform.graph.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the engine's plan of the selected part of a project: with names instead of unique ids, and no ephemeral models.
 */
final class PlanCompilation {

    private final CompiledProject project;
    private final Map<String, CompiledModel> models;
    private final Map<String, CompiledTest> tests;
    private final Map<String, SourceTable> sources;
    private final Set<String> selected;
    private final Contents contents;

    PlanCompilation(CompiledProject project, Selection selection, Contents contents) {
        this.project = project;
        this.models = project.models().stream().collect(Collectors.toMap(CompiledModel::uniqueId, Function.identity()));
        this.tests = project.tests().stream().collect(Collectors.toMap(CompiledTest::uniqueId, Function.identity()));
        this.sources = project.sources().stream().collect(Collectors.toMap(SourceTable::uniqueId, Function.identity()));
        this.selected = selection.in(project.graph()).uniqueIds();
        this.contents = contents;
    }

    CompiledPlan compiled() {
        var nodes = new ArrayList<Node>();
        for (String id : selected) {
            Optional.ofNullable(models.get(id))
                    .filter(this::isIn)
                    .flatMap(this::node)
                    .ifPresent(nodes::add);
            Optional.ofNullable(tests.get(id))
                    .filter(test -> contents != Contents.MODELS)
                    .ifPresent(test -> nodes.add(node(test)));
        }
        return new CompiledPlan(project.name(), nodes);
    }

    private boolean isIn(CompiledModel model) {
        return contents != Contents.TESTS
                && selected.contains(model.uniqueId())
                && model.materialization() != ModelMaterialization.EPHEMERAL;
    }

    private Optional<Node> node(CompiledModel model) {
        return model.materialization().ofEngine().map(materialization -> node(model, materialization));
    }

    private Node node(CompiledModel model, Materialization materialization) {
        var descriptions = new LinkedHashMap<String, String>();
        model.columns().stream()
                .filter(column -> !column.description().isEmpty())
                .forEach(column -> descriptions.put(column.name(), column.description()));
        Set<String> read = read(model.dependsOn());
        return new Node.Model(
                model.name(),
                materialization,
                model.sql(),
                modelsOfThePlan(read),
                tablesOfTheLake(read),
                model.partitionBy(),
                model.copyTo(),
                model.description(),
                descriptions);
    }

    private Node node(CompiledTest test) {
        return new Node.Test(test.name(), test.sql(), modelsOfThePlan(read(test.dependsOn())), test.severity());
    }

    /** Returns the sources, and the models that are read as last published. */
    private List<String> tablesOfTheLake(Set<String> ids) {
        return ids.stream()
                .flatMap(id -> Stream.concat(
                        Optional.ofNullable(sources.get(id)).map(SourceTable::table).stream(),
                        Optional.ofNullable(models.get(id))
                                .filter(model -> !isIn(model))
                                .map(CompiledModel::name)
                                .stream()))
                .distinct()
                .toList();
    }

    private List<String> modelsOfThePlan(Set<String> ids) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(models.get(id)).stream())
                .filter(this::isIn)
                .map(CompiledModel::name)
                .toList();
    }

    /** Follows ephemeral models until it finds tables. */
    private Set<String> read(List<String> ids) {
        var read = new LinkedHashSet<String>();
        for (String id : ids) {
            CompiledModel model = models.get(id);
            if (model != null && model.materialization() == ModelMaterialization.EPHEMERAL) {
                read.addAll(read(model.dependsOn()));
            } else {
                read.add(id);
            }
        }
        return read;
    }
}
