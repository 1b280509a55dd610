package io.duckboard.engine.catalog.journal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs several tasks at a time. */
public final class Parallel {

    /** Enough to keep a line to S3 busy with parts of files, and a disk busy with files to sync. */
    private static final int AT_ONCE = 8;

    /** A small request waits for S3 and needs no line. The SDK keeps up to 50 connections. */
    private static final int REQUESTS_AT_ONCE = 32;

    private Parallel() {}

    /**
     * Runs all tasks, eight at a time; the first failure ends the others.
     *
     * @return their results, in their order
     * @throws InterruptedIOException if the waiting thread is interrupted
     */
    public static <T> List<T> run(List<Callable<T>> tasks) throws IOException {
        return run(AT_ONCE, tasks);
    }

    /** The same for small requests to a store, 32 at a time. */
    public static <T> List<T> requests(List<Callable<T>> tasks) throws IOException {
        return run(REQUESTS_AT_ONCE, tasks);
    }

    private static <T> List<T> run(int atOnce, List<Callable<T>> tasks) throws IOException {
        try (var threads =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            var ended = new ExecutorCompletionService<T>(threads);
            List<Future<T>> futures = tasks.stream().map(ended::submit).toList();
            try {
                for (int i = 0; i < tasks.size(); i++) {
                    ended.take().get();
                }
                var results = new ArrayList<T>(tasks.size());
                for (Future<T> future : futures) {
                    results.add(future.resultNow());
                }
                return results;
            } catch (ExecutionException e) {
                threads.shutdownNow();
                if (e.getCause() instanceof IOException failure) {
                    throw failure;
                }
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw (IOException) new InterruptedIOException("Interrupted").initCause(e);
            }
        }
    }
}
