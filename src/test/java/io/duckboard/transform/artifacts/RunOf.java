package io.duckboard.transform.artifacts;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.Node;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.engine.protocol.TestOutcome;
import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.Contents;
import io.duckboard.transform.graph.Selection;
import io.duckboard.transform.run.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A run over a project, as a test tells it. */
final class RunOf {

    static final Instant BEGUN = Instant.parse("2026-02-03T04:05:06.789Z");
    static final Duration ELAPSED = Duration.ofMillis(2500);
    static final Duration EACH = Duration.ofMillis(250);

    private final CompiledPlan plan;
    private final List<TransformAnswer.Step> steps = new ArrayList<>();

    RunOf(CompiledProject project) {
        this.plan = project.plan(Selection.ALL, Contents.MODELS_AND_TESTS);
    }

    RunOf built(String model, long rows, Catalog.Field... columns) {
        var file = new Catalog.File("models/" + model + "/1.parquet", 4096, "1");
        steps.add(new TransformAnswer.Step.Built(
                new BuiltModel((Node.Model) node(model), List.of(file), List.of(columns), rows), EACH));
        return this;
    }

    RunOf tested(String test, long failures) {
        Optional<ResultFile> rows = failures == 0
                ? Optional.empty()
                : Optional.of(new ResultFile("results/" + test + ".parquet", failures, 100, Optional.empty()));
        steps.add(new TransformAnswer.Step.Tested(new TestOutcome((Node.Test) node(test), failures, rows), EACH));
        return this;
    }

    RunOf failed(String node, Problem problem) {
        steps.add(new TransformAnswer.Step.Failed(node, problem, EACH));
        return this;
    }

    RunOf skipped(String node) {
        steps.add(new TransformAnswer.Step.Skipped(node));
        return this;
    }

    RunReport ended(RunReport.End end) {
        return new RunReport(new UUID(1, 2), BEGUN, ELAPSED, steps, end);
    }

    private Node node(String name) {
        return plan.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
