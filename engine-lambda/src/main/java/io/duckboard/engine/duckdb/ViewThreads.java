package io.duckboard.engine.duckdb;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that make views, a few at once since each waits for the lake. They are kept, so that a database that is
 * opened anew needs no new ones: those can no longer be had when a query has just filled the memory.
 */
final class ViewThreads {

    /** Connections to the store at a time; a lake rarely has more tables than a few times this. */
    private static final int MOST = 8;

    private static final ThreadPoolExecutor THREADS =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ViewThreads::daemon);

    private ViewThreads() {}

    /** Returns when all are done, on as many threads as there ever were tasks at once, up to {@link #MOST}. */
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
