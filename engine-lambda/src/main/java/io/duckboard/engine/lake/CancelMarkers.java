package io.duckboard.engine.lake;

import java.time.Duration;
import java.util.UUID;

/**
 * How one function tells another that a query's answer is no longer wanted: by a file
 * {@code _duckboard/control/<query id>}, since on AWS the two share only the lake.
 */
public interface CancelMarkers {

    /** No query lives this long: Lambda lets none run for more than a quarter of it. */
    Duration LIFE = Duration.ofHours(1);

    /**
     * Writes the query's marker. Markers older than {@link #LIFE} are removed: in a folder now, on S3 by the bucket's
     * lifecycle.
     */
    void cancel(UUID queryId) throws LakeException;

    /** Whether the query has a marker. Only reads. Returns false if the store cannot be asked at the moment. */
    boolean isCancelled(UUID queryId);
}
