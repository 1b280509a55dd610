package io.duckboard.engine.lambda;

import io.duckboard.engine.duckdb.Interruption;
import io.duckboard.engine.lake.CancelMarkers;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.Stop;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.IntConsumer;

/**
 * Makes sure that a query ends at its deadline, or when its cancel marker appears. It interrupts the query. If the
 * query has not ended {@link #GRACE} later, it ends the process, since DuckDB does not check for interruptions inside
 * a single call of a scalar function.
 */
final class Watchdog {

    /** DuckDB reacts to an interruption within a chunk of rows, which takes milliseconds. */
    static final Duration GRACE = Duration.ofSeconds(1);

    /** Kept back from the function's time, for the grace period and for sending the answer. */
    private static final Duration RESERVE = Duration.ofSeconds(2);

    private static final Duration MARKER_INTERVAL = Duration.ofSeconds(1);
    private static final Duration INTERRUPT_INTERVAL = Duration.ofMillis(20);

    private final CancelMarkers markers;
    private final IntConsumer exit;
    // Its threads are kept for the next query. There are no lambdas here: each would add a millisecond to a cold start.
    private final ExecutorService threads = Executors.newCachedThreadPool(new Daemons());

    /** @param exit ends this process with a status */
    Watchdog(CancelMarkers markers, IntConsumer exit) {
        this.markers = markers;
        this.exit = exit;
    }

    /**
     * The time a query is allowed: what it asks for, but never more than the function has.
     *
     * @param remaining the function's remaining time
     */
    static Duration allowed(Request.Query query, Duration remaining) {
        Duration most = most(remaining);
        return query.timeout().filter(wanted -> wanted.compareTo(most) < 0).orElse(most);
    }

    /** The function's remaining time, minus the time for sending the answer. */
    static Duration most(Duration remaining) {
        Duration half = remaining.dividedBy(2);
        return remaining.minus(half.compareTo(RESERVE) < 0 ? half : RESERVE);
    }

    /**
     * Watches until the watch is closed.
     *
     * @param id with which it can be cancelled
     */
    Watch watch(Optional<UUID> id, Duration allowed, Interruption interruption) {
        var watch = new Watch(interruption, allowed);
        threads.execute(new AtDeadline(watch));
        if (id.isPresent()) {
            threads.execute(new WhenCancelled(watch, id.get()));
        }
        return watch;
    }

    private void end(Watch watch, Stop reason) {
        Stop first = watch.stop(reason);
        for (long waited = 0; waited < GRACE.toMillis(); waited += INTERRUPT_INTERVAL.toMillis()) {
            watch.interrupt();
            if (watch.endsWithin(INTERRUPT_INTERVAL)) {
                return;
            }
        }
        System.err.println("A query did not heed its interruption: the process ends with it, ".concat(first.name()));
        exit.accept(first.exitStatus());
    }

    private final class AtDeadline implements Runnable {
        private final Watch watch;

        AtDeadline(Watch watch) {
            this.watch = watch;
        }

        @Override
        public void run() {
            if (!watch.endsWithin(watch.allowed())) {
                end(watch, Stop.DEADLINE);
            }
        }
    }

    private final class WhenCancelled implements Runnable {
        private final Watch watch;
        private final UUID queryId;

        WhenCancelled(Watch watch, UUID queryId) {
            this.watch = watch;
            this.queryId = queryId;
        }

        @Override
        public void run() {
            while (!watch.endsWithin(MARKER_INTERVAL)) {
                if (markers.isCancelled(queryId)) {
                    end(watch, Stop.CANCEL);
                    return;
                }
            }
        }
    }

    private static final class Daemons implements ThreadFactory {
        @Override
        public Thread newThread(Runnable task) {
            Thread thread = new Thread(task, "watchdog");
            thread.setDaemon(true);
            return thread;
        }
    }
}
