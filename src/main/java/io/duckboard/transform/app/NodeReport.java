package io.duckboard.transform.app;

import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.Materialization;
import io.duckboard.engine.protocol.Node;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.engine.protocol.TestOutcome;
import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.transform.board.Fault;
import io.duckboard.transform.board.NodeState;
import io.duckboard.transform.compile.CompiledModel;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.CompiledTest;
import io.duckboard.transform.run.RunListener;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells how the nodes of a run fare, by the ids that they have in the project. */
final class NodeReport implements RunListener {

    private final CompiledProject project;
    private final Map<String, CompiledModel> models;
    private final Map<String, CompiledTest> tests;
    private final BiConsumer<String, NodeState> listener;

    NodeReport(CompiledProject project, BiConsumer<String, NodeState> listener) {
        this.project = project;
        this.models = project.models().stream().collect(Collectors.toMap(CompiledModel::name, Function.identity()));
        this.tests = project.tests().stream().collect(Collectors.toMap(CompiledTest::name, Function.identity()));
        this.listener = listener;
    }

    void begin(CompiledPlan plan) {
        plan.nodes().forEach(node -> tell(node, new NodeState.Waiting()));
    }

    @Override
    public void started(Node node) {
        tell(node, new NodeState.Running());
    }

    @Override
    public void ended(Node node, TransformAnswer.Step step) {
        tell(
                node,
                switch (step) {
                    case TransformAnswer.Step.Built(BuiltModel built, var elapsed) ->
                        new NodeState.Built(rows(built), elapsed);
                    case TransformAnswer.Step.Tested(TestOutcome outcome, var elapsed) ->
                        outcome.isPassed()
                                ? new NodeState.Passed(elapsed)
                                : new NodeState.Found(
                                        outcome.failures(),
                                        outcome.isError(),
                                        outcome.rows().map(ResultFile::path).flatMap(KeptRows::id));
                    case TransformAnswer.Step.Failed(var _, Problem problem, var _) ->
                        new NodeState.Failed(fault(node, problem));
                    case TransformAnswer.Step.Skipped _ -> new NodeState.Skipped();
                });
    }

    private void tell(Node node, NodeState state) {
        listener.accept(
                switch (node) {
                    case Node.Model model -> model(model).uniqueId();
                    case Node.Test test -> test(test).uniqueId();
                },
                state);
    }

    private Fault fault(Node node, Problem problem) {
        return Faults.of(problem, project.placeOf(node, problem.position()));
    }

    private CompiledModel model(Node.Model node) {
        return known(models.get(node.name()), node);
    }

    private CompiledTest test(Node.Test node) {
        return known(tests.get(node.name()), node);
    }

    private static <T> T known(@Nullable T found, Node node) {
        if (found == null) {
            throw new IllegalArgumentException("Not of this project: " + node.name());
        }
        return found;
    }

    private static OptionalLong rows(BuiltModel built) {
        return built.model().materialization() == Materialization.VIEW
                ? OptionalLong.empty()
                : OptionalLong.of(built.rows());
    }
}
