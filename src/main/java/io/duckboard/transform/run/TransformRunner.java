package io.duckboard.transform.run;

import io.duckboard.client.TransformEngine;
import io.duckboard.client.TransformOutcome;
import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Node;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.engine.protocol.TransformRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Runs plans: as many nodes at once as the engine takes, and what was built is published when all of it is there. */
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
     * Runs until all is done, or the calling thread is interrupted: then what is under way is cancelled, and nothing is
     * published.
     */
    public RunReport run(CompiledPlan plan, RunListener listener) {
        UUID run = UUID.randomUUID();
        Instant begunAt = clock.instant();
        long start = System.nanoTime();
        var progress = new RunProgress(plan);
        RunReport.End end;
        try (var calls = new NodeCalls(engine, run, callsAtOnce)) {
            end = end(run, begunAt, progress, calls, listener);
        } catch (InterruptedException e) {
            engine.cancel(run);
            end = new RunReport.End.Cancelled();
        }
        return new RunReport(run, begunAt, Duration.ofNanos(System.nanoTime() - start), progress.steps(), end);
    }

    private RunReport.End end(UUID run, Instant begunAt, RunProgress progress, NodeCalls calls, RunListener listener)
            throws InterruptedException {
        while (true) {
            for (Node node : progress.takeReady()) {
                listener.started(node);
                calls.begin(node, BuiltModel.readBy(node, progress.built()));
            }
            progress.skipped().forEach(node -> listener.ended(node, new TransformAnswer.Step.Skipped(node.name())));
            if (progress.isOver()) {
                return progress.isKeptBack() ? new RunReport.End.KeptBack() : published(run, begunAt, progress.built());
            }
            switch (calls.next()) {
                case NodeCalls.Ended.Step(Node node, TransformAnswer.Step step) -> {
                    progress.ended(node, step);
                    listener.ended(node, step);
                }
                case NodeCalls.Ended.Unreachable(Failure failure) -> {
                    return new RunReport.End.Failed(Problem.of(ErrorCode.LAKE_UNAVAILABLE, failure));
                }
            }
        }
    }

    private RunReport.End published(UUID run, Instant begunAt, List<BuiltModel> built) {
        if (built.isEmpty()) {
            return new RunReport.End.Tested();
        }
        return switch (engine.ask(new TransformRequest.Publish(run, begunAt, built))) {
            case TransformOutcome.Answered(TransformAnswer.Published(List<String> notes)) ->
                new RunReport.End.Published(notes);
            case TransformOutcome.Answered(TransformAnswer.Failed(Problem problem)) ->
                new RunReport.End.Failed(problem);
            case TransformOutcome.Answered(TransformAnswer other) ->
                throw new IllegalStateException("No answer to a publish: " + other);
            case TransformOutcome.Unreachable(Failure failure) ->
                new RunReport.End.Failed(Problem.of(ErrorCode.LAKE_UNAVAILABLE, failure));
        };
    }
}
