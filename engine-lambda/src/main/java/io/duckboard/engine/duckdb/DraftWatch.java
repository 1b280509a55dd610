package io.duckboard.engine.duckdb;

import io.duckboard.engine.lake.Draft;
import io.duckboard.engine.protocol.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Checks the size of a draft while it is being written, and ends its query when the draft is larger than allowed. */
final class DraftWatch implements AutoCloseable {

    /**
     * A disk writes at most a gigabyte a second: between two checks, less arrives than the space that answers leave
     * free.
     */
    private static final Duration INTERVAL = Duration.ofMillis(100);

    /** DuckDB forgets an interruption that arrives between two statements. */
    private static final Duration INTERRUPT_INTERVAL = Duration.ofMillis(20);

    private final Draft draft;
    private final Interruption interruption;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Problem outgrown;

    private DraftWatch(Draft draft, Interruption interruption) {
        this.draft = draft;
        this.interruption = interruption;
    }

    /** Watches until it is closed. */
    static DraftWatch of(Draft draft, Interruption interruption) {
        var watch = new DraftWatch(draft, interruption);
        Thread.ofPlatform().daemon().name("draft-watch").start(watch::watch);
        return watch;
    }

    private void watch() {
        while (!endsWithin(INTERVAL)) {
            Optional<Problem> problem = draft.outgrown();
            if (problem.isPresent()) {
                outgrown = problem.get();
                do {
                    interruption.interrupt();
                } while (!endsWithin(INTERRUPT_INTERVAL));
                return;
            }
        }
    }

    private boolean endsWithin(Duration time) {
        try {
            return ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody has this thread to interrupt it", e);
        }
    }

    /** What {@code result} means. A draft that was written completely stays valid, even if a stop came too late. */
    Result judge(Result result) {
        Problem problem = outgrown;
        return problem == null || result instanceof Result.Exported ? result : new Result.Failed(problem, false);
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
