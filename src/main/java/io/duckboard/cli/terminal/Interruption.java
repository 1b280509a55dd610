package io.duckboard.cli.terminal;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Undoes unfinished work when Ctrl-C or another signal ends the process. The process then ends by itself, with the exit
 * code that shells expect.
 */
public final class Interruption implements AutoCloseable {

    private final Deque<Runnable> undone = new ConcurrentLinkedDeque<>();
    private final Thread hook = new Thread(this::run, "interruption");
    private volatile boolean happened;

    public Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Runs {@code undo} if the process is ended before the scope is closed. The last scope is undone first. */
    public Scope meanwhile(Runnable undo) {
        undone.push(undo);
        return () -> undone.remove(undo);
    }

    /** Returns whether the process is ending, so that results which arrive now no longer matter. */
    public boolean happened() {
        return happened;
    }

    @Override
    public void close() {
        if (!happened) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private void run() {
        happened = true;
        for (Runnable undo : undone) {
            undo.run();
        }
    }

    /** A section of work that can be interrupted. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
