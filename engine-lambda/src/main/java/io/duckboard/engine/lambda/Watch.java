package io.duckboard.engine.lambda;

import io.duckboard.engine.duckdb.Interruption;
import io.duckboard.engine.duckdb.Result;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Stop;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One query that the watchdog watches, from its start until {@link #close}. */
final class Watch implements AutoCloseable {

    private final Interruption interruption;
    private final Duration allowed;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();

    Watch(Interruption interruption, Duration allowed) {
        this.interruption = interruption;
        this.allowed = allowed;
    }

    Duration allowed() {
        return allowed;
    }

    /** @return the first reason, which is the one that counts */
    Stop stop(Stop reason) {
        Stop before = stop.compareAndExchange(null, reason);
        return before == null ? reason : before;
    }

    void interrupt() {
        interruption.interrupt();
    }

    boolean endsWithin(Duration time) {
        try {
            return ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody has this thread to interrupt it", e);
        }
    }

    /** What {@code result} means: an interrupted query may look as if it had failed, or as if it had no more rows. */
    Result judge(Result result) {
        Stop reason = stop.get();
        return reason == null ? result : new Result.Failed(reason.problem(allowed), false);
    }

    /** The reason why the query was stopped, if it was. */
    Optional<Problem> stopped() {
        return Optional.ofNullable(stop.get()).map(reason -> reason.problem(allowed));
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
