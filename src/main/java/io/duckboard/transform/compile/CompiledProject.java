package io.duckboard.transform.compile;

import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.Node;
import io.duckboard.transform.graph.Graph;
import io.duckboard.transform.graph.Selection;
import io.duckboard.transform.project.Place;
import io.duckboard.transform.template.SourceMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A project that is ready to run.
 *
 * @param models the models, each after those that it reads
 */
public record CompiledProject(
        String name,
        List<CompiledModel> models,
        List<CompiledTest> tests,
        List<SourceTable> sources,
        List<Exposure> exposures,
        Graph graph) {

    public CompiledProject {
        models = List.copyOf(models);
        tests = List.copyOf(tests);
        sources = List.copyOf(sources);
        exposures = List.copyOf(exposures);
    }

    /** Returns the model of that name, which is also its table's name. */
    public Optional<CompiledModel> model(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /**
     * Makes the plan for the engine. Nodes that are not selected are read from the lake as last published.
     *
     * <p>{@link Selection#in} reports selectors that match nothing.
     */
    public CompiledPlan plan(Selection selection, Contents contents) {
        return new PlanCompilation(this, selection, contents).compiled();
    }

    /**
     * Returns the place in the project that a node's SQL comes from.
     *
     * @param node a node of a plan of this project
     * @param position an offset into its SQL; empty for the whole SQL
     */
    public Place placeOf(Node node, OptionalInt position) {
        return switch (node) {
            case Node.Model model -> {
                CompiledModel found = compiled(model);
                yield place(found.sourceMap(), position, new Place(found.file(), 0));
            }
            case Node.Test test -> {
                CompiledTest found = compiled(test);
                yield place(found.sourceMap(), position, new Place(found.file(), found.line()));
            }
        };
    }

    /** @param node a node of a plan of this project */
    public String uniqueId(Node node) {
        return switch (node) {
            case Node.Model model -> compiled(model).uniqueId();
            case Node.Test test -> compiled(test).uniqueId();
        };
    }

    private CompiledModel compiled(Node.Model node) {
        return model(node.name()).orElseThrow(() -> unknown(node));
    }

    private CompiledTest compiled(Node.Test node) {
        return tests.stream()
                .filter(test -> test.name().equals(node.name()))
                .findFirst()
                .orElseThrow(() -> unknown(node));
    }

    private IllegalArgumentException unknown(Node node) {
        return new IllegalArgumentException("“" + node.name() + "” is not in the project " + name + ".");
    }

    private static Place place(SourceMap map, OptionalInt position, Place whole) {
        Place place = position.isPresent() ? map.at(position.getAsInt()) : whole;
        return place.file().isEmpty() ? whole : place;
    }
}
