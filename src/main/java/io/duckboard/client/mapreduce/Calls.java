package io.duckboard.client.mapreduce;

import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Request;
import java.time.Duration;
import java.util.Optional;
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

/** The calls of one map-reduce. A call is repeated if that may help. If one of them fails for good, all are ended. */
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
     * Has a whole answer written to Parquet.
     *
     * @param name the call's name, for people
     * @param query creates the query with the given id; each attempt gets a new id, since a crash may leave
     *     something behind
     * @return the id that the answer's file is named after
     * @throws MapReduceException if this call keeps failing, or another one does
     */
    UUID exported(String name, Function<UUID, Request.Query> query) {
        return made(name, id -> export(query.apply(id)));
    }

    /** Does the same once. Empty if the call fails, whatever the reason. */
    Optional<UUID> exportedAtOnce(Function<UUID, Request.Query> query) {
        return switch (attempted(id -> export(query.apply(id)))) {
            case Attempt.Answered<UUID>(UUID file, Metadata metadata) -> {
                count(metadata);
                yield Optional.of(file);
            }
            case Attempt.Failed<UUID> _ -> Optional.empty();
        };
    }

    private Attempt<UUID> export(Request.Query query) {
        return switch (engine.export(query, new Export.Parquet())) {
            case QueryOutcome.Exported(var answer, var _) ->
                new Attempt.Answered<>(answer.file().part(), answer.metadata());
            case CallFailure why -> new Attempt.Failed<>(why);
        };
    }

    /** Does the same for rows. */
    Answer.Rows answered(String name, Function<UUID, Request.Query> query) {
        return made(name, id -> switch (engine.ask(query.apply(id))) {
            case QueryOutcome.Answered(var answer, var _, var _) -> new Attempt.Answered<>(answer, answer.metadata());
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

    /** Ends the running calls and prevents new ones. It may be called again. */
    void stop() {
        stopped.countDown();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            running.forEach(id -> callers.execute(() -> engine.cancel(id)));
        }
    }

    private <T> Attempt<T> attempted(Function<UUID, Attempt<T>> call) {
        UUID id = UUID.randomUUID();
        // The id is added before the latch is checked. So either stop() sees this call, or this call sees that it is
        // stopped.
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

    /** A call that is given up after another call's failure ends with that failure. */
    private MapReduceException cancelled() {
        MapReduceException first = failure.get();
        return first == null ? MapReduceException.cancelled() : first;
    }

    private sealed interface Attempt<T> {

        record Answered<T>(T answer, Metadata metadata) implements Attempt<T> {}

        record Failed<T>(CallFailure why) implements Attempt<T> {}
    }
}
