package io.duckboard.client.mapreduce;

import io.duckboard.client.QueryEngine;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks the engine about many partitions at once and has the answers written to Parquet. Then the engine reads those
 * answers as one table. The answers are not deleted, but expire.
 */
public final class MapReduce {

    private final QueryEngine engine;
    private final int parallel;
    private final Retries retries;
    private final Batching batching;

    /** @param parallel the maximum number of calls at once */
    public MapReduce(QueryEngine engine, int parallel, Retries retries, Batching batching) {
        if (parallel < 1) {
            throw new IllegalArgumentException("parallel is to be 1 or more: " + parallel);
        }
        this.engine = engine;
        this.parallel = parallel;
        this.retries = retries;
        this.batching = batching;
    }

    /**
     * Runs the plan and waits for the answer. If the thread is interrupted, the calls are cancelled.
     *
     * @throws MapReduceException if a part keeps failing; the other parts are cancelled then
     */
    public MapReduceAnswer run(MapReducePlan plan, MapReduceProgress progress) {
        long start = System.nanoTime();
        var calls = new Calls(engine, retries, progress);
        Answer.Rows answer = run(plan, calls);
        return new MapReduceAnswer(answer, calls.totals(), Duration.ofNanos(System.nanoTime() - start));
    }

    private Answer.Rows run(MapReducePlan plan, Calls calls) {
        try (ExecutorService callers =
                Executors.newFixedThreadPool(parallel, Thread.ofVirtual().factory())) {
            CompletionService<List<UUID>> mapped = new ExecutorCompletionService<>(callers);
            List<List<Partition>> batches = batching.of(plan.partitions());
            for (List<Partition> batch : batches) {
                mapped.submit(() -> map(batch, plan.map(), calls));
            }
            try {
                var parts = new ArrayList<UUID>();
                for (int taken = 0; taken < batches.size(); taken++) {
                    parts.addAll(answered(mapped.take()));
                }
                return answered(callers.submit(() -> reduce(plan, parts, calls)));
            } catch (InterruptedException e) {
                calls.stop();
                callers.shutdownNow();
                Thread.currentThread().interrupt();
                throw MapReduceException.cancelled();
            }
        }
    }

    private static <T> T answered(Future<T> call) throws InterruptedException {
        try {
            return call.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MapReduceException failure) {
                throw failure;
            }
            throw new IllegalStateException("A call ended in a way that nobody foresaw", e);
        }
    }

    /** If a batch fails as a whole, its partitions are asked about one by one: that tells which one fails, and why. */
    private static List<UUID> map(List<Partition> batch, MapTemplate map, Calls calls) {
        Optional<UUID> whole = batch.size() > 1
                ? map.ofAll(batch)
                        .flatMap(sql ->
                                calls.exportedAtOnce(id -> Request.Query.of(sql).queryId(id)))
                : Optional.empty();
        whole.ifPresent(_ -> batch.forEach(calls::mapped));
        return whole.map(List::of)
                .orElseGet(() -> batch.stream()
                        .map(partition -> map(partition, map.of(partition), calls))
                        .toList());
    }

    private static UUID map(Partition partition, String sql, Calls calls) {
        UUID part = calls.exported(
                "Part " + partition.name(), id -> Request.Query.of(sql).queryId(id));
        calls.mapped(partition);
        return part;
    }

    private static Answer.Rows reduce(MapReducePlan plan, List<UUID> parts, Calls calls) {
        return calls.answered(
                "The reduce",
                id -> Request.Query.of(plan.reduce())
                        .queryId(id)
                        .parts(parts)
                        .format(RowFormat.ROWS)
                        .limit(plan.limit()));
    }
}
