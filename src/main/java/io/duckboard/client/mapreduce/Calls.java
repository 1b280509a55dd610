package io.duckboard.client.mapreduce;

import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Request;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The calls of one map-reduce: made again where that may help, and ended together when one of them fails for good. */
final class Calls {

    private final QueryEngine engine;
    private final Retries retries;
    private final MapReduceProgress progress;
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<@Nullable MapReduceException> failure = new AtomicReference<>();
    private Totals totals = Totals.NONE;

    Calls(QueryEngine engine, Retries retries, MapReduceProgress progress) {
        this.engine = engine;
        this.retries = retries;
        this.progress = progress;
    }

    /**
     * Has a whole answer written.
     *
     * @param name of the call, for people
     * @param query with the id that it is given: another one for each attempt, since a crash may leave something
     * @return what the answer's file is named by
     * @throws MapReduceException if it keeps failing, or another one does
     */
    UUID exported(String name, Function<UUID, Request.Query> query) {
        return switch (make(name, query)) {
            case Made(UUID id, QueryOutcome.Exported exported) ->
                exported.answer().file().part();
            case Made made -> throw new IllegalStateException("A file was asked for: " + made);
        };
    }

    /** The same for rows. */
    Answer.Rows answered(String name, Function<UUID, Request.Query> query) {
        return switch (make(name, query)) {
            case Made(UUID id, QueryOutcome.Answered answered) -> answered.answer();
            case Made made -> throw new IllegalStateException("Rows were asked for: " + made);
        };
    }

    private Made make(String name, Function<UUID, Request.Query> query) {
        for (int attempt = 1; ; attempt++) {
            UUID id = UUID.randomUUID();
            QueryOutcome outcome = ask(id, query.apply(id));
            switch (outcome) {
                case QueryOutcome.Answered answered -> {
                    count(answered.answer().metadata());
                    return new Made(id, outcome);
                }
                case QueryOutcome.Exported exported -> {
                    count(exported.answer().metadata());
                    return new Made(id, outcome);
                }
                case CallFailure why -> failed(name, attempt, why);
            }
        }
    }

    synchronized void mapped(Partition partition) {
        progress.mapped(partition);
    }

    synchronized Totals totals() {
        return totals;
    }

    /** Ends what runs and lets nothing more begin. May be called again. */
    void stop() {
        stopped.countDown();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            running.forEach(id -> callers.execute(() -> engine.cancel(id)));
        }
    }

    private QueryOutcome ask(UUID id, Request.Query query) {
        // Before the look at the latch: whoever stops the calls sees this one, or it sees that they are stopped.
        running.add(id);
        try {
            if (isStopped()) {
                throw cancelled();
            }
            return engine.ask(query);
        } finally {
            running.remove(id);
        }
    }

    private void failed(String name, int attempt, CallFailure why) {
        if (isStopped()) {
            throw cancelled();
        }
        if (attempt == retries.attempts() || !Retries.mayPass(why)) {
            String times = attempt == 1 ? "" : " " + attempt + " times, at last";
            failure.compareAndSet(null, new MapReduceException(why.failure().after(name + " failed" + times + ": ")));
            stop();
            throw cancelled();
        }
        repeat(name, why.failure().message());
        pause(retries.before(attempt + 1));
    }

    private synchronized void count(Metadata metadata) {
        totals = totals.plus(metadata);
    }

    private synchronized void repeat(String name, String why) {
        totals = totals.retried();
        progress.repeated(name, why);
    }

    private void pause(Duration wait) {
        try {
            if (stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw cancelled();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled();
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Whatever is given up after a failure ends with that failure. */
    private MapReduceException cancelled() {
        MapReduceException first = failure.get();
        return first == null ? MapReduceException.cancelled() : first;
    }

    private record Made(UUID id, QueryOutcome outcome) {}
}
