package io.duckboard.engine.duckdb;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * A thread with the stack that DuckDB counts on. Its own limits (1,000 levels of an expression or a plan) hold on a
 * stack of many megabytes; on the one megabyte of Java's threads 400 subqueries within each other kill the process.
 *
 * <p>It is one thread for all queries: a new one can no longer be had when a query has just filled the memory.
 */
final class DeepStack {

    /** Address space alone, until it is used; 900 joins, INTERSECTs or additions got by on it. */
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
