package io.duckboard.engine.lake;

import java.time.Duration;
import java.util.UUID;

/**
 * How one function tells another that nobody wants a query's answer any more: a file {@code _duckboard/control/<query id>}, since
 * on AWS the two share nothing but the lake.
 */
public interface CancelMarkers {

    /** No query lives as long, since Lambda lets none run for more than a quarter of it. */
    Duration LIFE = Duration.ofHours(1);

    /** Leaves the query's marker. Those older than {@link #LIFE} are removed: in a folder now, on S3 by its lifecycle. */
    void cancel(UUID queryId) throws LakeException;

    /** Whether the query has a marker. Reads only; a store that cannot be asked just now answers no. */
    boolean isCancelled(UUID queryId);
}
