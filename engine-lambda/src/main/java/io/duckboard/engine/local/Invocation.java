package io.duckboard.engine.local;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One call of a function that a worker is to handle. */
final class Invocation {

    private final InvokeRequest request;
    private final Duration timeout;
    private final CompletableFuture<@Nullable Void> taken = new CompletableFuture<>();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private volatile @Nullable Instant deadline;

    Invocation(InvokeRequest request, Duration timeout) {
        this.request = request;
        this.timeout = timeout;
    }

    InvokeRequest request() {
        return request;
    }

    /**
     * Called when a worker has received it; its time starts to run.
     *
     * @return the time by which it must have answered
     */
    Instant take() {
        Instant end = Instant.now().plus(timeout);
        deadline = end;
        taken.complete(null);
        return end;
    }

    boolean wasTaken() {
        return deadline != null;
    }

    /** Only the first outcome counts. */
    void complete(Outcome result) {
        outcome.complete(result);
        taken.complete(null);
    }

    /** @param startup how long a worker may take to start before it receives the invocation */
    Outcome await(Duration startup) throws InterruptedException {
        try {
            taken.get(startup.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Outcome.TimedOut(startup);
        } catch (ExecutionException e) {
            throw new IllegalStateException("An invocation never fails, it completes with an outcome", e);
        }
        try {
            return outcome.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Outcome.TimedOut(timeout);
        } catch (ExecutionException e) {
            throw new IllegalStateException("An invocation never fails, it completes with an outcome", e);
        }
    }
}
