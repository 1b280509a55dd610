package io.duckboard.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Work that Ctrl-C ends: its thread is interrupted, and has a moment to cancel its calls before the process is gone. */
public final class InterruptibleWork implements AutoCloseable {

    /** For the cancels to reach the engine; whoever pressed Ctrl-C waits no longer. */
    private static final int CANCEL_SECONDS = 3;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Interruption.Scope scope;

    public InterruptibleWork(Interruption interruption) {
        this.scope = interruption.meanwhile(this::cancel);
    }

    /** Does it on this thread, which is the one that made this. */
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
            // The process ends all the same.
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
