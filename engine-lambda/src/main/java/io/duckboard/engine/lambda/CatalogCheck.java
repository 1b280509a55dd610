package io.duckboard.engine.lambda;

import io.duckboard.engine.duckdb.Interruption;
import io.duckboard.engine.guard.Reads;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.Snapshot;
import io.duckboard.engine.protocol.ErrorCode;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks the store beside a query whether the tables that it reads are still those that are published. A query that reads
 * no tables asks nothing. If others are published now, the query is interrupted, since its answer no longer counts.
 */
final class CatalogCheck implements Currency, AutoCloseable {

    /** One thread is enough for one query at a time, and it exists before a query can fill the memory. */
    private static final ThreadPoolExecutor THREAD =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), CatalogCheck::daemon);

    private final Snapshot known;
    private final Interruption query;
    private final Question question;
    private @Nullable Future<Snapshot> asked;

    /**
     * @param known what the query reads
     * @param question asks what is published now; {@code known} itself if nothing has changed
     */
    CatalogCheck(Snapshot known, Interruption query, Question question) {
        this.known = known;
        this.query = query;
        this.question = question;
    }

    static void startThread() {
        THREAD.prestartCoreThread();
    }

    @Override
    public void begin(Reads reads) {
        if (!reads.areOfNothing()) {
            asked = THREAD.submit(this::ask);
        }
    }

    private Snapshot ask() throws LakeException {
        try {
            Snapshot now = question.ask();
            if (!now.version().equals(known.version())) {
                query.interrupt();
            }
            return now;
        } catch (LakeException e) {
            if (!isOutOfMemory(e)) {
                query.interrupt();
            }
            throw e;
        }
    }

    /** Then the query has all the memory, and ends soon. */
    private static boolean isOutOfMemory(LakeException e) {
        return e.problem().code() == ErrorCode.OUT_OF_MEMORY;
    }

    boolean hasNotBegun() {
        return asked == null;
    }

    @Override
    public boolean isCurrent() throws LakeException {
        if (asked == null) {
            return true;
        }
        try {
            return asked.get().version().equals(known.version());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LakeException lake) {
                if (isOutOfMemory(lake)) {
                    return question.ask().version().equals(known.version());
                }
                throw lake;
            }
            throw new IllegalStateException("The catalog cannot be compared", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the catalog was compared", e);
        }
    }

    /** Waits for an answer that nobody has asked for, since it uses the database. */
    @Override
    public void close() {
        if (asked != null) {
            try {
                asked.get();
            } catch (ExecutionException e) {
                // Whoever wanted to know has been told.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "catalog");
        thread.setDaemon(true);
        return thread;
    }

    @FunctionalInterface
    interface Question {
        Snapshot ask() throws LakeException;
    }
}
