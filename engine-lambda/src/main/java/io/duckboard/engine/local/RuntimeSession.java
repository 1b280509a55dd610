package io.duckboard.engine.local;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** The Runtime API's exchange with one worker. */
final class RuntimeSession {

    private final BlockingQueue<Optional<Invocation>> mailbox = new LinkedBlockingQueue<>();
    private @Nullable Invocation current;
    private @Nullable Outcome end;
    private boolean ready;

    /** Passes the worker its next invocation. Completes the invocation at once if the worker is gone. */
    synchronized void submit(Invocation invocation) {
        if (end != null) {
            invocation.complete(end);
            return;
        }
        current = invocation;
        mailbox.add(Optional.of(invocation));
    }

    /** Waits for an invocation; empty when the worker is gone. */
    Optional<Invocation> next() throws InterruptedException {
        synchronized (this) {
            ready = true;
        }
        return mailbox.take();
    }

    /** @return false if the worker has no such invocation */
    synchronized boolean complete(String requestId, Outcome outcome) {
        if (current == null || !current.request().id().equals(requestId)) {
            return false;
        }
        current.complete(outcome);
        current = null;
        return true;
    }

    /** The same for a worker that ends afterwards: no other call can reach the worker in between. */
    synchronized boolean completeLast(String requestId, Outcome outcome) {
        if (current == null || !current.request().id().equals(requestId)) {
            return false;
        }
        // This comes first, since whoever waits for the outcome then asks whether the worker has ended.
        end = new Outcome.Exited("it had ended after its last answer");
        mailbox.add(Optional.empty());
        return complete(requestId, outcome);
    }

    /** Called when the worker is gone, or will be. Callers are told the first reason given. */
    synchronized void end(Outcome reason) {
        if (end != null) {
            return;
        }
        end = reason;
        if (current != null) {
            current.complete(reason);
        }
        mailbox.add(Optional.empty());
    }

    synchronized boolean ended() {
        return end != null;
    }

    /** Whether the worker has ever asked for work. */
    synchronized boolean wasReady() {
        return ready;
    }
}
