package io.duckboard.engine.local;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One call of a function on its way through a worker. */
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
     * A worker has it now: the clock runs.
     *
     * @return when it must have answered
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

    /** The first outcome counts. */
    void complete(Outcome result) {
        outcome.complete(result);
        taken.complete(null);
    }

    /** @param startup how long a worker may need until it takes it */
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
