package io.duckboard.engine.lambda;

import io.duckboard.engine.lake.CancelMarkers;
import io.duckboard.engine.lake.LakeException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Writes markers for functions of this version and, until a given instant, also for those of the previous version:
 * during an update of a stack, both may run a query.
 */
record MarkersOfBothLayouts(CancelMarkers markers, CancelMarkers before, Instant until, Clock clock)
        implements CancelMarkers {

    @Override
    public void cancel(UUID queryId) throws LakeException {
        markers.cancel(queryId);
        if (clock.instant().isBefore(until)) {
            try {
                before.cancel(queryId);
            } catch (LakeException e) {
                // A query of this version is still cancelled, and one of the previous version has its deadline.
            }
        }
    }

    @Override
    public boolean isCancelled(UUID queryId) {
        return markers.isCancelled(queryId);
    }
}
