package io.duckboard.trace;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows what happens because of a request. If nobody collects traces, it does nothing. */
public interface Traces extends AutoCloseable {

    /** Follows nothing. */
    Traces NONE = new NoTraces();

    /**
     * Sends traces to a server of OpenTelemetry, which the standard's variables describe.
     *
     * @param settings of OpenTelemetry, where the environment says nothing else
     * @param tellsSql whether traces have the text of queries, which may quote data
     */
    static Traces sending(Map<String, String> settings, boolean tellsSql) {
        return OtelTraces.of(settings, tellsSql);
    }

    /**
     * Begins the part of a trace that answers a request. It lasts until it is closed, on this thread.
     *
     * @param traceparent the header of a caller who has begun the trace; anything else than the standard's form is
     *     ignored
     */
    Part request(String name, @Nullable String traceparent);

    /** Begins a part of what this thread does now, or a trace. It lasts until it is closed, on this thread. */
    Part begin(String name);

    /** Does the same for a call of another program. */
    Part call(String name);

    /** Makes a task part of what this thread does now, whichever thread runs it. */
    Runnable carried(Runnable task);

    /** Returns the id of the trace to which this thread's work belongs: 32 hexadecimal digits. */
    Optional<String> id();

    @Override
    void close();
}
