package io.duckboard.engine.duckdb;

import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts one query from another thread. DuckDB forgets an interruption that arrives between two statements, so the
 * caller has to interrupt again and again until the query has ended.
 */
public final class Interruption {

    private final Optional<Interruption> whole;
    private @Nullable DuckDBConnection connection;
    private boolean wanted;

    public Interruption() {
        this.whole = Optional.empty();
    }

    /** An interruption of a part of {@code whole}. Interrupting the whole also interrupts the part. */
    public Interruption(Interruption whole) {
        this.whole = Optional.of(whole);
    }

    /** Interrupts the query if DuckDB is running it at the moment. */
    public synchronized void interrupt() {
        wanted = true;
        if (connection != null) {
            DriverInternals.interrupt(connection);
        }
    }

    /** Whether the query was interrupted, even if the interruption had no effect. */
    public synchronized boolean isWanted() {
        return wanted || (whole.isPresent() && whole.get().isWanted());
    }

    /** From now on, statements on {@code running} can be interrupted. */
    synchronized void begin(DuckDBConnection running) {
        connection = running;
        whole.ifPresent(of -> of.begin(running));
    }

    /** Call this before closing the connection. */
    synchronized void end() {
        connection = null;
        whole.ifPresent(Interruption::end);
    }
}
