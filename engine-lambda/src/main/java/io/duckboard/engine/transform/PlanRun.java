package io.duckboard.engine.transform;

import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.ModelStore;
import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.Node;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.TestOutcome;
import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.engine.protocol.TransformAnswer.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Runs a whole plan in one call, node by node. If a node fails, what depends on it is skipped, and nothing is
 * published.
 */
final class PlanRun {

    private final LakeEngine engine;
    private final ModelBuild build;
    private final DataTest test;
    private final Publication publication;
    private final UUID run;
    private final Instant begunAt;
    private final List<BuiltModel> built = new ArrayList<>();
    private final Set<String> blocked = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();

    PlanRun(ModelStore store, LakeEngine engine, UUID run, Clock clock) {
        this.engine = engine;
        this.build = new ModelBuild(store, engine, run);
        this.test = new DataTest(engine);
        this.publication = new Publication(store, engine, run, clock);
        this.run = run;
        this.begunAt = clock.instant();
    }

    TransformAnswer of(CompiledPlan plan) throws LakeException, FailedException {
        for (Node node : plan.nodes()) {
            Step step = step(node);
            steps.add(step);
            block(node, step);
        }
        // A stop makes the running DuckDB statement fail, but it may also arrive after the last statement.
        boolean whole = !engine.isStopped() && steps.stream().noneMatch(PlanRun::isHindrance);
        Optional<TransformAnswer.Published> published =
                whole && !built.isEmpty() ? Optional.of(publication.of(begunAt, built)) : Optional.empty();
        return new TransformAnswer.Ran(run, steps, published);
    }

    private Step step(Node node) {
        if (node.dependsOn().stream().anyMatch(blocked::contains)) {
            return new Step.Skipped(node.name());
        }
        long start = System.nanoTime();
        try {
            List<BuiltModel> read = BuiltModel.readBy(node, built);
            return switch (node) {
                case Node.Model model -> {
                    BuiltModel made = build.of(model, read);
                    built.add(made);
                    yield new Step.Built(made, since(start));
                }
                case Node.Test wanted -> new Step.Tested(test.of(wanted, read), since(start));
            };
        } catch (FailedException e) {
            return new Step.Failed(node.name(), e.problem(), since(start));
        } catch (LakeException e) {
            return new Step.Failed(node.name(), e.problem(), since(start));
        }
    }

    /** Models that may no longer be read: those that are missing, and those whose data is wrong. */
    private void block(Node node, Step step) {
        if (isHindrance(step)) {
            switch (node) {
                case Node.Model model -> blocked.add(model.name());
                case Node.Test failed -> blocked.addAll(failed.dependsOn());
            }
        }
    }

    private static boolean isHindrance(Step step) {
        return switch (step) {
            case Step.Built built -> false;
            case Step.Tested(TestOutcome outcome, Duration elapsed) -> outcome.isError();
            case Step.Failed(String node, Problem problem, Duration elapsed) -> true;
            case Step.Skipped skipped -> true;
        };
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
