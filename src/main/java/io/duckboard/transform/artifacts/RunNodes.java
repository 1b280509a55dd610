package io.duckboard.transform.artifacts;

import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.transform.compile.CompiledModel;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.CompiledTest;
import io.duckboard.transform.run.RunReport;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The nodes of a run, by the names that its steps have. */
final class RunNodes {

    private final Map<String, RunNode> models;
    private final Map<String, RunNode> tests;
    private final Set<String> built;

    RunNodes(CompiledProject project, RunReport report) {
        this.models = project.models().stream().collect(Collectors.toMap(CompiledModel::name, RunNode::of));
        this.tests = project.tests().stream().collect(Collectors.toMap(CompiledTest::name, RunNode::of));
        this.built = report.steps().stream()
                .filter(TransformAnswer.Step.Built.class::isInstance)
                .map(TransformAnswer.Step.Built.class::cast)
                .map(step -> step.model().model().name())
                .collect(Collectors.toSet());
    }

    RunNode of(TransformAnswer.Step step) {
        return switch (step) {
            case TransformAnswer.Step.Built(var model, var elapsed) ->
                known(models, model.model().name());
            case TransformAnswer.Step.Tested(var outcome, var elapsed) ->
                known(tests, outcome.test().name());
            case TransformAnswer.Step.Failed(String name, var problem, var elapsed) -> either(name);
            case TransformAnswer.Step.Skipped(String name) -> either(name);
        };
    }

    /** A test may be called like a model; it is meant where that was built. */
    private RunNode either(String name) {
        return known(models.containsKey(name) && !built.contains(name) ? models : tests, name);
    }

    private static RunNode known(Map<String, RunNode> nodes, String name) {
        return Optional.ofNullable(nodes.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The run has a step of “" + name + "”, which is not in the project."));
    }
}
