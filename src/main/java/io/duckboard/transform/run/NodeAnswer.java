package io.duckboard.transform.run;

import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.Materialization;
import io.duckboard.engine.protocol.Node;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.engine.protocol.TestOutcome;
import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.transform.compile.CompiledProject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The engine's answer about a node.
 *
 * @param built the built model, which other nodes read and which is published
 */
record NodeAnswer(NodeResult result, Optional<BuiltModel> built) {

    /** @param elapsed the time until the answer came; the engine reports its own time if the node succeeded */
    static NodeAnswer of(CompiledProject project, Node node, TransformAnswer answer, Duration elapsed) {
        return switch (answer) {
            case TransformAnswer.Built(BuiltModel model, Duration inEngine) ->
                new NodeAnswer(new NodeResult(node, new NodeOutcome.Built(rows(model), inEngine)), Optional.of(model));
            case TransformAnswer.Tested(TestOutcome found, Duration inEngine) ->
                new NodeAnswer(new NodeResult(node, tested(found, inEngine)), Optional.empty());
            case TransformAnswer.Failed(Problem problem) -> failed(project, node, problem, elapsed);
            case TransformAnswer.Published _, TransformAnswer.Ran _, TransformAnswer.Parsed _ ->
                throw new IllegalStateException("No answer to a node: " + answer);
        };
    }

    static NodeAnswer failed(CompiledProject project, Node node, Problem problem, Duration elapsed) {
        TransformFailure failure = TransformFailure.of(problem, project.placeOf(node, problem.position()));
        return new NodeAnswer(new NodeResult(node, new NodeOutcome.Failed(failure, elapsed)), Optional.empty());
    }

    private static NodeOutcome tested(TestOutcome found, Duration elapsed) {
        return found.isPassed()
                ? new NodeOutcome.Passed(elapsed)
                : new NodeOutcome.FoundFailures(
                        found.failures(),
                        found.test().severity(),
                        found.rows().map(ResultFile::path).map(KeptRows::new),
                        elapsed);
    }

    private static OptionalLong rows(BuiltModel built) {
        return built.model().materialization() == Materialization.VIEW
                ? OptionalLong.empty()
                : OptionalLong.of(built.rows());
    }
}
