package io.duckboard.engine.duckdb;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that make views, several at once since each waits for the lake. They are kept, so that reopening a
 * database needs no new threads: none can be started when a query has just filled the memory.
 */
final class ViewThreads {

    /** The number of connections to the store at a time. A lake rarely has more than a few times as many tables. */
    private static final int MOST = 8;

    private static final ThreadPoolExecutor THREADS =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ViewThreads::daemon);

    private ViewThreads() {}

    /**
     * Runs all tasks and returns when they are done. Uses as many threads as there have been tasks at once, up to
     * {@link #MOST}.
     */
    static <T> List<Future<T>> invokeAll(Collection<Callable<T>> tasks) throws InterruptedException {
        int wanted = Math.min(MOST, tasks.size());
        if (wanted > THREADS.getCorePoolSize()) {
            THREADS.setMaximumPoolSize(wanted);
            THREADS.setCorePoolSize(wanted);
        }
        return THREADS.invokeAll(tasks);
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "views");
        thread.setDaemon(true);
        return thread;
    }
}
