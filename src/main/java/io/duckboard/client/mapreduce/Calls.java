package io.duckboard.client.mapreduce;

import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Export;
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
     * Has a whole answer written into Parquet.
     *
     * @param name of the call, for people
     * @param query with the id that it is given: another one for each attempt, since a crash may leave something
     * @return what the answer's file is named by
     * @throws MapReduceException if it keeps failing, or another one does
     */
    UUID exported(String name, Function<UUID, Request.Query> query) {
        return made(name, id -> switch (engine.export(query.apply(id), new Export.Parquet())) {
            case QueryOutcome.Exported(var answer, var _) ->
                new Attempt.Answered<>(answer.file().part(), answer.metadata());
            case CallFailure why -> new Attempt.Failed<>(why);
        });
    }

    /** The same for rows. */
    Answer.Rows answered(String name, Function<UUID, Request.Query> query) {
        return made(name, id -> switch (engine.ask(query.apply(id))) {
            case QueryOutcome.Answered(var answer, var _) -> new Attempt.Answered<>(answer, answer.metadata());
            case CallFailure why -> new Attempt.Failed<>(why);
        });
    }

    private <T> T made(String name, Function<UUID, Attempt<T>> call) {
        for (int attempt = 1; ; attempt++) {
            switch (attempted(call)) {
                case Attempt.Answered<T>(T answer, Metadata metadata) -> {
                    count(metadata);
                    return answer;
                }
                case Attempt.Failed<T>(CallFailure why) -> failed(name, attempt, why);
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

    private <T> Attempt<T> attempted(Function<UUID, Attempt<T>> call) {
        UUID id = UUID.randomUUID();
        // Before the look at the latch: whoever stops the calls sees this one, or it sees that they are stopped.
        running.add(id);
        try {
            if (isStopped()) {
                throw cancelled();
            }
            return call.apply(id);
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

    private sealed interface Attempt<T> {

        record Answered<T>(T answer, Metadata metadata) implements Attempt<T> {}

        record Failed<T>(CallFailure why) implements Attempt<T> {}
    }
}
