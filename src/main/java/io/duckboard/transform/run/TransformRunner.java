package io.duckboard.transform.run;

import io.duckboard.client.TransformEngine;
import io.duckboard.client.TransformOutcome;
import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Node;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.engine.protocol.TransformRequest;
import io.duckboard.transform.compile.CompiledProject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Runs plans, with as many nodes at once as the engine accepts. It publishes the results once everything is built. */
public final class TransformRunner {

    private final TransformEngine engine;
    private final int callsAtOnce;
    private final Clock clock;

    public TransformRunner(TransformEngine engine, int callsAtOnce, Clock clock) {
        this.engine = engine;
        this.callsAtOnce = callsAtOnce;
        this.clock = clock;
    }

    /**
     * Runs until everything is done or the calling thread is interrupted. An interrupt cancels the pending calls, and
     * nothing is published.
     *
     * @param project the project of the plan
     */
    public RunReport run(CompiledProject project, CompiledPlan plan, RunListener listener) {
        UUID run = UUID.randomUUID();
        Instant begunAt = clock.instant();
        long start = System.nanoTime();
        var progress = new RunProgress(plan);
        RunOutcome outcome;
        try (var calls = new NodeCalls(engine, project, run, callsAtOnce)) {
            outcome = outcome(run, begunAt, progress, calls, listener);
        } catch (InterruptedException e) {
            engine.cancel(run);
            outcome = new RunOutcome.Cancelled();
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        return new RunReport(run, begunAt, elapsed, progress.results(), progress.built(), outcome);
    }

    private RunOutcome outcome(UUID run, Instant begunAt, RunProgress progress, NodeCalls calls, RunListener listener)
            throws InterruptedException {
        while (true) {
            for (Node node : progress.takeReady()) {
                listener.started(node);
                calls.begin(node, BuiltModel.readBy(node, progress.built()));
            }
            progress.skipped().forEach(listener::ended);
            if (progress.isOver()) {
                return progress.isKeptBack() ? new RunOutcome.KeptBack() : published(run, begunAt, progress.built());
            }
            switch (calls.next()) {
                case NodeCalls.Ended.Answered(NodeAnswer answer) -> {
                    progress.ended(answer);
                    listener.ended(answer.result());
                }
                case NodeCalls.Ended.Unreachable(var failure) -> {
                    return unreachable(Problem.of(ErrorCode.LAKE_UNAVAILABLE, failure));
                }
            }
        }
    }

    private RunOutcome published(UUID run, Instant begunAt, List<BuiltModel> built) {
        if (built.isEmpty()) {
            return new RunOutcome.Tested();
        }
        return switch (engine.ask(new TransformRequest.Publish(run, begunAt, built))) {
            case TransformOutcome.Answered(TransformAnswer.Published(List<String> notes)) ->
                new RunOutcome.Published(notes);
            case TransformOutcome.Answered(TransformAnswer.Failed(Problem problem)) ->
                new RunOutcome.Failed(TransformFailure.of(problem));
            case TransformOutcome.Answered(TransformAnswer other) ->
                throw new IllegalStateException("No answer to a publish: " + other);
            case TransformOutcome.Unreachable(var failure) ->
                unreachable(Problem.of(ErrorCode.LAKE_UNAVAILABLE, failure));
        };
    }

    private static RunOutcome unreachable(Problem problem) {
        return new RunOutcome.Failed(TransformFailure.of(problem));
    }
}
