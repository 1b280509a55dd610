package io.duckboard.engine.duckdb;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * A thread with a stack as large as DuckDB expects. DuckDB's own limits (1,000 levels of an expression or a plan)
 * assume a stack of many megabytes. On the one megabyte of Java's threads, 400 nested subqueries kill the process.
 *
 * <p>All queries share one thread, because a new one cannot be started when a query has just filled the memory.
 */
final class DeepStack {

    /** This is only address space until it is used. It was enough for 900 joins, INTERSECTs or additions. */
    private static final long BYTES = 64 * 1024 * 1024;

    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(null, work, "query", BYTES);
        thread.setDaemon(true);
        return thread;
    });

    private DeepStack() {}

    /** @throws ParserFailedException as {@code work} does */
    static <T> T call(Supplier<T> work) {
        Future<T> running = THREAD.submit(work::get);
        try {
            return running.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ParserFailedException foreseen) {
                throw foreseen;
            }
            throw new IllegalStateException("The query failed in a way nobody foresaw", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a query ran", e);
        }
    }
}
