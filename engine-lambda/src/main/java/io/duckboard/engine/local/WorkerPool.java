package io.duckboard.engine.local;

import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import io.duckboard.engine.protocol.CallerId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * A function in worker processes. They are started when needed, kept when idle, and replaced when dead or worn. One
 * caller can have as many as the function says. There is one more, which is started for another caller when all are in
 * use. There are never more than that: a thread that uses, starts or ends a worker holds a turn.
 */
final class WorkerPool implements LocalFunction {

    private static final System.Logger LOG = System.getLogger(WorkerPool.class.getName());

    private final WorkerFunction function;
    private final Duration queueTime;
    private final RuntimeApi runtimeApi;
    private final Turns turns;
    private final Deque<WorkerProcess> idle = new ConcurrentLinkedDeque<>();
    private final List<WorkerProcess> all = new ArrayList<>();
    private volatile boolean closed;

    WorkerPool(WorkerFunction function, Duration queueTime, RuntimeApi runtimeApi) {
        this.function = function;
        this.queueTime = queueTime;
        this.runtimeApi = runtimeApi;
        this.turns = new Turns(function.workers() + 1);
    }

    @Override
    public Outcome invoke(InvokeRequest request) throws InterruptedException {
        Turns.Turn turn = turns.ask(request.caller());
        boolean replaces = false;
        try {
            if (!turn.await(queueTime)) {
                return new Outcome.Throttled();
            }
            while (true) {
                WorkerProcess worker = idleOrNew();
                Invocation invocation = new Invocation(request, function.timeout());
                Outcome outcome = worker.run(invocation);
                if (worker.isUsable()) {
                    idle.push(worker);
                } else if (worker.wasReady() && !invocation.wasTaken()) {
                    // The worker died while idle: nothing ran, so the call goes to another worker.
                    continue;
                } else if (worker.wasReady()) {
                    replaces = true;
                    Thread.startVirtualThread(() -> replace(worker, turn));
                }
                return outcome;
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "A worker of " + function.name() + " could not be started", e);
            return new Outcome.Exited("the worker could not be started");
        } finally {
            if (!replaces) {
                turn.close();
            }
        }
    }

    private WorkerProcess idleOrNew() throws IOException {
        for (WorkerProcess worker = idle.poll(); worker != null; worker = idle.poll()) {
            if (worker.isUsable()) {
                return worker;
            }
        }
        return start();
    }

    private synchronized WorkerProcess start() throws IOException {
        if (closed) {
            throw new IOException("LocalLambda is closed");
        }
        all.removeIf(WorkerProcess::isGone);
        WorkerProcess worker = WorkerProcess.start(function, runtimeApi);
        all.add(worker);
        return worker;
    }

    @Override
    public void warm() {
        for (int started = 0; started < function.warmWorkers(); started++) {
            Turns.Turn turn = turns.ask(CallerId.UNNAMED);
            Thread.startVirtualThread(() -> startIdle(turn));
        }
    }

    /** Starts a successor ahead of the next caller. A worker that was never ready would not have a better successor. */
    private void replace(WorkerProcess ended, Turns.Turn turn) {
        ended.awaitExit();
        startIdle(turn);
    }

    /**
     * Puts a new worker behind the ready ones and ends the turn. If callers hold all turns, they start it themselves.
     */
    private void startIdle(Turns.Turn turn) {
        try {
            if (turn.hasCome()) {
                idle.addLast(start());
            }
        } catch (IOException e) {
            if (!closed) {
                LOG.log(System.Logger.Level.WARNING, "A worker of " + function.name() + " could not be started", e);
            }
        } finally {
            turn.close();
        }
    }

    synchronized Workers workers() {
        int ready = (int) all.stream()
                .filter(worker -> worker.isUsable() && worker.wasReady())
                .count();
        return new Workers(ready, turns.held(), function.workers() + 1, turns.waiting());
    }

    @Override
    public synchronized void close() {
        closed = true;
        all.forEach(WorkerProcess::kill);
        all.forEach(WorkerProcess::awaitExit);
    }
}
