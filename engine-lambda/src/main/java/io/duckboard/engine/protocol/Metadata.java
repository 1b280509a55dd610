package io.duckboard.engine.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Information about an answer.
 *
 * @param time spent in the engine, from the parsed request to the last row
 * @param answeredAt when the answer was complete
 * @param eventId Lambda's request id
 * @param query the SQL as the caller sent it
 * @param warm whether this engine had answered before
 * @param usage the resources that the answer used, and its price
 * @param catalogVersion the snapshot of the lake that was read; empty if the lake has no catalog
 * @param engine the versions of the engine and of DuckDB
 * @param version the answer's own, for {@link Request.Query#unless}; empty if nobody asked for it, or if the same
 *     query may have another answer at any time
 * @param phases the parts of the work, in their order; empty if the request belongs to no trace
 */
public record Metadata(
        Duration time,
        Instant answeredAt,
        String eventId,
        String query,
        boolean warm,
        List<Column> columns,
        long rowCount,
        Truncation truncated,
        Usage usage,
        String catalogVersion,
        String engine,
        Optional<String> version,
        List<Phase> phases) {

    public Metadata {
        columns = List.copyOf(columns);
        phases = List.copyOf(phases);
    }

    /** Of an answer that belongs to no trace. */
    public Metadata(
            Duration time,
            Instant answeredAt,
            String eventId,
            String query,
            boolean warm,
            List<Column> columns,
            long rowCount,
            Truncation truncated,
            Usage usage,
            String catalogVersion,
            String engine,
            Optional<String> version) {
        this(
                time,
                answeredAt,
                eventId,
                query,
                warm,
                columns,
                rowCount,
                truncated,
                usage,
                catalogVersion,
                engine,
                version,
                List.of());
    }

    /** Of an answer that its caller does not keep. */
    public Metadata(
            Duration time,
            Instant answeredAt,
            String eventId,
            String query,
            boolean warm,
            List<Column> columns,
            long rowCount,
            Truncation truncated,
            Usage usage,
            String catalogVersion,
            String engine) {
        this(
                time,
                answeredAt,
                eventId,
                query,
                warm,
                columns,
                rowCount,
                truncated,
                usage,
                catalogVersion,
                engine,
                Optional.empty());
    }
}
