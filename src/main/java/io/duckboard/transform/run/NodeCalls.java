package io.duckboard.transform.run;

import io.duckboard.client.TransformEngine;
import io.duckboard.client.TransformOutcome;
import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Node;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.TransformRequest;
import io.duckboard.transform.compile.CompiledProject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** The pending calls of one run. Each node has a thread of its own for its call, and its answer waits to be taken. */
final class NodeCalls implements AutoCloseable {

    private final TransformEngine engine;
    private final CompiledProject project;
    private final UUID run;
    private final ExecutorService threads;
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();

    NodeCalls(TransformEngine engine, CompiledProject project, UUID run, int atOnce) {
        this.engine = engine;
        this.project = project;
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

    /** Abandons the pending calls: their answers are no longer needed. */
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
                case TransformOutcome.Answered(var answer) ->
                    new Ended.Answered(NodeAnswer.of(project, node, answer, since(start)));
                case TransformOutcome.Unreachable(var failure) -> new Ended.Unreachable(failure);
            };
        } catch (RuntimeException e) {
            // The run waits for every answer, so this call must give one.
            Problem problem = Problem.of(ErrorCode.INTERNAL, "Duckboard itself failed: " + e.getMessage());
            return new Ended.Answered(NodeAnswer.failed(project, node, problem, since(start)));
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    sealed interface Ended {

        record Answered(NodeAnswer answer) implements Ended {}

        record Unreachable(Failure failure) implements Ended {}
    }
}
