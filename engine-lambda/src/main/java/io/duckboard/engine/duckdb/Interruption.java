package io.duckboard.engine.duckdb;

import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The way to interrupt one query from another thread. DuckDB forgets an interruption that comes between two statements,
 * so whoever wants an end interrupts until it has come.
 */
public final class Interruption {

    private final Optional<Interruption> whole;
    private @Nullable DuckDBConnection connection;
    private boolean wanted;

    public Interruption() {
        this.whole = Optional.empty();
    }

    /** Of a part of what {@code whole} interrupts; whoever interrupts the whole interrupts the part. */
    Interruption(Interruption whole) {
        this.whole = Optional.of(whole);
    }

    /** Interrupts the query, if it is running in DuckDB just now. */
    public synchronized void interrupt() {
        wanted = true;
        if (connection != null) {
            DriverInternals.interrupt(connection);
        }
    }

    /** Whether anyone has interrupted the query, whatever came of it. */
    public synchronized boolean isWanted() {
        return wanted || (whole.isPresent() && whole.get().isWanted());
    }

    /** From now on, what runs on {@code running} can be interrupted. */
    synchronized void begin(DuckDBConnection running) {
        connection = running;
        whole.ifPresent(of -> of.begin(running));
    }

    /** To be called before the connection is closed. */
    synchronized void end() {
        connection = null;
        whole.ifPresent(Interruption::end);
    }
}
