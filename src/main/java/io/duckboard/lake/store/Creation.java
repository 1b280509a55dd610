package io.duckboard.lake.store;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * What making a lake has done, or found done; running it again changes nothing.
 *
 * @param steps in their order
 */
public record Creation(List<Step> steps) {

    public Creation {
        steps = List.copyOf(steps);
    }

    /** @param what a sentence without a full stop */
    public record Step(State state, String what) {}

    /** Whether a step was needed. */
    public enum State {
        /** It has just been done. */
        MADE,
        /** It was so before. */
        THERE,
        /** Somebody has set it otherwise, and it stays so. */
        LEFT,
        /** It was so by an earlier Duckboard, and is no longer. */
        WITHDRAWN,
        /** The store does not know how, or has not the right. */
        REFUSED
    }

    /**
     * Makes a folder, or a private and encrypted bucket that cleans up after itself.
     *
     * @throws FailureException if there is no lake to be had
     */
    public static Creation of(LakeLocation lake, Map<String, String> environment) {
        return switch (lake) {
            case LakeLocation.Folder folder -> folder(folder);
            case LakeLocation.Bucket bucket -> BucketCreation.of(bucket, environment);
        };
    }

    private static Creation folder(LakeLocation.Folder lake) {
        return FolderFailures.translating(lake.path(), () -> {
            boolean there = Files.isDirectory(lake.path());
            Files.createDirectories(lake.path());
            try (LakeStore store = LakeStores.open(lake, Clock.systemUTC())) {
                Files.writeString(store.stagingFolder().resolve("probe"), "");
            }
            return new Creation(List.of(
                    new Step(there ? State.THERE : State.MADE, "Folder " + lake.path() + ", which can be written")));
        });
    }
}
