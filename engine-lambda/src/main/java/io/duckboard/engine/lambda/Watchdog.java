package io.duckboard.engine.lambda;

import io.duckboard.engine.duckdb.Interruption;
import io.duckboard.engine.lake.CancelMarkers;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.Stop;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/**
 * Sees to it that a query ends: at its deadline, or when its cancel marker appears. It interrupts, and what has not
 * ended {@link #GRACE} later ends with the process, since inside one call of a scalar function DuckDB looks at nothing.
 */
final class Watchdog {

    /** DuckDB heeds an interruption within a chunk of rows, which is milliseconds. */
    static final Duration GRACE = Duration.ofSeconds(1);

    /** Kept back from the function's time, for the grace and for the answer's way out. */
    private static final Duration RESERVE = Duration.ofSeconds(2);

    private static final Duration MARKER_INTERVAL = Duration.ofSeconds(1);
    private static final Duration INTERRUPT_INTERVAL = Duration.ofMillis(20);

    private final CancelMarkers markers;
    private final IntConsumer exit;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("watchdog-", 0).factory());

    /** @param exit ends this process with a status */
    Watchdog(CancelMarkers markers, IntConsumer exit) {
        this.markers = markers;
        this.exit = exit;
    }

    /**
     * The time a query is allowed: what it asks for, and never more than the function has.
     *
     * @param remaining the function's own time
     */
    static Duration allowed(Request.Query query, Duration remaining) {
        Duration half = remaining.dividedBy(2);
        Duration most = remaining.minus(half.compareTo(RESERVE) < 0 ? half : RESERVE);
        return query.timeout().filter(wanted -> wanted.compareTo(most) < 0).orElse(most);
    }

    /** Watches until the watch is closed. */
    Watch watch(Request.Query query, Duration allowed, Interruption interruption) {
        var watch = new Watch(interruption, allowed);
        threads.execute(() -> endAtDeadline(watch));
        query.queryId().ifPresent(id -> threads.execute(() -> endWhenCancelled(watch, id)));
        return watch;
    }

    private void endAtDeadline(Watch watch) {
        if (!watch.endsWithin(watch.allowed())) {
            end(watch, Stop.DEADLINE);
        }
    }

    private void endWhenCancelled(Watch watch, UUID queryId) {
        while (!watch.endsWithin(MARKER_INTERVAL)) {
            if (markers.isCancelled(queryId)) {
                end(watch, Stop.CANCEL);
                return;
            }
        }
    }

    private void end(Watch watch, Stop reason) {
        Stop first = watch.stop(reason);
        for (long waited = 0; waited < GRACE.toMillis(); waited += INTERRUPT_INTERVAL.toMillis()) {
            watch.interrupt();
            if (watch.endsWithin(INTERRUPT_INTERVAL)) {
                return;
            }
        }
        System.err.println("A query did not heed its interruption: the process ends with it, " + first);
        exit.accept(first.exitStatus());
    }
}
