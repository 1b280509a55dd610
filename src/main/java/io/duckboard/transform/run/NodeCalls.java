package io.duckboard.transform.run;

import io.duckboard.client.TransformEngine;
import io.duckboard.client.TransformOutcome;
import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Node;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.engine.protocol.TransformRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** Calls of one run that are under way: each node is asked on a thread of its own, and its answer waits to be taken. */
final class NodeCalls implements AutoCloseable {

    private final TransformEngine engine;
    private final UUID run;
    private final ExecutorService threads;
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();

    NodeCalls(TransformEngine engine, UUID run, int atOnce) {
        this.engine = engine;
        this.run = run;
        this.threads = Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().daemon().name("transform-", 0).factory());
    }

    void begin(Node node, List<BuiltModel> built) {
        threads.execute(() -> ended.add(ask(node, built)));
    }

    Ended next() throws InterruptedException {
        return ended.take();
    }

    /** What is under way is given up: its answer is of no interest any more. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Ended ask(Node node, List<BuiltModel> built) {
        long start = System.nanoTime();
        try {
            TransformRequest request = switch (node) {
                case Node.Model model -> new TransformRequest.Materialize(run, model, built);
                case Node.Test test -> new TransformRequest.Check(run, test, built);
            };
            return switch (engine.ask(request)) {
                case TransformOutcome.Answered(TransformAnswer answer) ->
                    new Ended.Step(node, step(node, answer, since(start)));
                case TransformOutcome.Unreachable(Failure failure) -> new Ended.Unreachable(failure);
            };
        } catch (RuntimeException e) {
            // The run waits for every answer, so there has to be one.
            return new Ended.Step(
                    node,
                    new TransformAnswer.Step.Failed(
                            node.name(),
                            Problem.of(ErrorCode.INTERNAL, "Duckboard itself failed: " + e.getMessage()),
                            since(start)));
        }
    }

    private static TransformAnswer.Step step(Node node, TransformAnswer answer, Duration elapsed) {
        return switch (answer) {
            case TransformAnswer.Built(var model, var inEngine) -> new TransformAnswer.Step.Built(model, inEngine);
            case TransformAnswer.Tested(var outcome, var inEngine) ->
                new TransformAnswer.Step.Tested(outcome, inEngine);
            case TransformAnswer.Failed(Problem problem) ->
                new TransformAnswer.Step.Failed(node.name(), problem, elapsed);
            case TransformAnswer.Published _, TransformAnswer.Ran _, TransformAnswer.Parsed _ ->
                throw new IllegalStateException("No answer to a node: " + answer);
        };
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    sealed interface Ended {

        record Step(Node node, TransformAnswer.Step step) implements Ended {}

        record Unreachable(Failure failure) implements Ended {}
    }
}
