package io.duckboard.engine.lake;

import java.util.UUID;

/** A lake that cannot hold markers. */
final class NoCancelMarkers implements CancelMarkers {

    @Override
    public void cancel(UUID queryId) throws LakeException {
        throw LakeException.unavailable(
                "Queries over this lake cannot be cancelled.",
                "The query ends by itself, at its deadline at the latest.",
                new UnsupportedOperationException("cancel markers on S3"));
    }

    @Override
    public boolean isCancelled(UUID queryId) {
        return false;
    }
}
