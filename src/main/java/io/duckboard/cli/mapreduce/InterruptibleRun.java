package io.duckboard.cli.mapreduce;

import io.duckboard.cli.terminal.Interruption;
import io.duckboard.mapreduce.MapReduce;
import io.duckboard.mapreduce.MapReduceAnswer;
import io.duckboard.mapreduce.MapReduceException;
import io.duckboard.mapreduce.MapReducePlan;
import io.duckboard.mapreduce.MapReduceProgress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A map-reduce that Ctrl-C ends: its calls are cancelled before the process is gone. */
final class InterruptibleRun implements AutoCloseable {

    /** For the cancels to reach the engine; whoever pressed Ctrl-C waits no longer. */
    private static final int CANCEL_SECONDS = 3;

    private final Thread caller = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Interruption.Scope scope;

    InterruptibleRun(Interruption interruption) {
        this.scope = interruption.meanwhile(this::cancel);
    }

    MapReduceAnswer of(MapReduce mapReduce, MapReducePlan plan, MapReduceProgress progress) throws MapReduceException {
        try {
            return mapReduce.run(plan, progress);
        } finally {
            over.countDown();
        }
    }

    @Override
    public void close() {
        scope.close();
    }

    private void cancel() {
        caller.interrupt();
        try {
            // The process ends all the same.
            boolean _ = over.await(CANCEL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
