package io.duckboard.sqlpage.run;

import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.protocol.Request;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A query that somebody has started in a tab. */
public final class QueryRun {

    private final Request.Query query;
    private final UUID id;
    private final RunSource source;
    private final Instant startedAt;
    private final CompletableFuture<RowsOutcome> end = new CompletableFuture<>();
    /** Completes once all listeners so far have been called. */
    private CompletableFuture<?> told = end;

    QueryRun(Request.Query query, RunSource source, Instant startedAt) {
        this.id = UUID.randomUUID();
        this.query = query.queryId(id);
        this.source = source;
        this.startedAt = startedAt;
    }

    public UUID id() {
        return id;
    }

    /** Returns the query with its id. */
    public Request.Query query() {
        return query;
    }

    public RunSource source() {
        return source;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public boolean isRunning() {
        return !end.isDone();
    }

    /**
     * Calls the listener with the outcome: at once if the query has ended, else on the thread of the engine's call.
     * Listeners are called in the order in which they were added.
     */
    public synchronized void whenEnded(Consumer<RowsOutcome> listener) {
        told = told.handle((_, _) -> end.join()).thenAccept(listener);
    }

    void end(RowsOutcome how) {
        end.complete(how);
    }
}
