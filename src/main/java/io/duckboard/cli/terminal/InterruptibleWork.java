package io.duckboard.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Work that Ctrl-C can end: its thread is interrupted, and has a moment to cancel its calls before the process ends.
 */
public final class InterruptibleWork implements AutoCloseable {

    /** How long the cancels may take to reach the engine. A person who pressed Ctrl-C should not wait longer. */
    private static final int CANCEL_SECONDS = 3;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Interruption.Scope scope;

    public InterruptibleWork(Interruption interruption) {
        this.scope = interruption.meanwhile(this::cancel);
    }

    /** Runs the work on the current thread, which must be the one that created this object. */
    public <T, E extends Exception> T of(Work<T, E> work) throws E {
        try {
            return work.run();
        } finally {
            over.countDown();
        }
    }

    @Override
    public void close() {
        scope.close();
    }

    private void cancel() {
        worker.interrupt();
        try {
            // The process ends in either case.
            boolean _ = over.await(CANCEL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }
}
