package io.duckboard.engine.lambda;

import io.duckboard.engine.lake.CancelMarkers;
import io.duckboard.engine.lake.LakeException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Markers for functions of this version, and until an instant for those of the version before as well: during an update
 * of a stack both may run a query.
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
                // A query of this version is cancelled all the same, and one of the version before has its deadline.
            }
        }
    }

    @Override
    public boolean isCancelled(UUID queryId) {
        return markers.isCancelled(queryId);
    }
}
