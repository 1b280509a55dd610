package io.duckboard.transform.compile;

import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.transform.graph.Graph;
import io.duckboard.transform.graph.Selection;
import java.util.List;
import java.util.Optional;

/**
 * A project, ready to be run.
 *
 * @param models each after those that it reads
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

    /** The model of that name, which is its table's. */
    public Optional<CompiledModel> model(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /**
     * What the engine is to do. What is not selected is read from the lake as it was published before.
     *
     * <p>Selectors that nothing matches are told by {@link Selection#in}.
     */
    public CompiledPlan plan(Selection selection, Contents contents) {
        return new Plan(this, selection, contents).compiled();
    }
}
