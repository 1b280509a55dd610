package io.duckboard.engine.bench.peer;

import java.io.IOException;

/** Somebody who answers questions in a process of its own. */
public interface Peer extends AutoCloseable {

    /**
     * An answer that is there.
     *
     * @param milliseconds that it took
     * @param at by System.nanoTime
     */
    record Answered(double milliseconds, long at) {}

    /** @param limit the most rows of the answer that are wanted, whatever the SQL says */
    Answered ask(String sql, int limit) throws Exception;

    /** The process that runs DuckDB. */
    long pid() throws IOException;

    @Override
    void close() throws IOException;
}
