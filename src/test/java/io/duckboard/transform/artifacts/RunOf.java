package io.duckboard.transform.artifacts;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.Node;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.Contents;
import io.duckboard.transform.graph.Selection;
import io.duckboard.transform.run.KeptRows;
import io.duckboard.transform.run.NodeOutcome;
import io.duckboard.transform.run.NodeResult;
import io.duckboard.transform.run.RunOutcome;
import io.duckboard.transform.run.RunReport;
import io.duckboard.transform.run.TransformFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Builds the report of a run of a project, as a test describes it. */
final class RunOf {

    static final Instant BEGUN = Instant.parse("2026-02-03T04:05:06.789Z");
    static final Duration ELAPSED = Duration.ofMillis(2500);
    static final Duration EACH = Duration.ofMillis(250);

    private final CompiledProject project;
    private final CompiledPlan plan;
    private final List<NodeResult> results = new ArrayList<>();
    private final List<BuiltModel> built = new ArrayList<>();

    RunOf(CompiledProject project) {
        this.project = project;
        this.plan = project.plan(Selection.ALL, Contents.MODELS_AND_TESTS);
    }

    RunOf view(String model) {
        built.add(new BuiltModel((Node.Model) node(model), List.of(), List.of(), 0));
        return ended(model, new NodeOutcome.Built(OptionalLong.empty(), EACH));
    }

    RunOf built(String model, long rows, Catalog.Field... columns) {
        var file = new Catalog.File("models/" + model + "/1.parquet", 4096, "1");
        built.add(new BuiltModel((Node.Model) node(model), List.of(file), List.of(columns), rows));
        return ended(model, new NodeOutcome.Built(OptionalLong.of(rows), EACH));
    }

    RunOf tested(String test, long failures) {
        return ended(
                test,
                failures == 0
                        ? new NodeOutcome.Passed(EACH)
                        : new NodeOutcome.FoundFailures(
                                failures,
                                ((Node.Test) node(test)).severity(),
                                Optional.of(new KeptRows("results/" + test + ".parquet")),
                                EACH));
    }

    RunOf failed(String node, Problem problem) {
        TransformFailure failure = TransformFailure.of(problem, project.placeOf(node(node), problem.position()));
        return ended(node, new NodeOutcome.Failed(failure, EACH));
    }

    RunOf skipped(String node) {
        return ended(node, new NodeOutcome.Skipped());
    }

    RunReport ended(RunOutcome outcome) {
        return new RunReport(new UUID(1, 2), BEGUN, ELAPSED, results, built, outcome);
    }

    private RunOf ended(String node, NodeOutcome outcome) {
        results.add(new NodeResult(node(node), outcome));
        return this;
    }

    /**
     * Each node ends only once. If a model and a test have the same name, the first use means the model, the next the
     * test.
     */
    private Node node(String name) {
        return plan.nodes().stream()
                .filter(node -> node.name().equals(name))
                .filter(node ->
                        results.stream().noneMatch(result -> result.node().equals(node)))
                .findFirst()
                .orElseThrow();
    }
}
