package io.duckboard.lake.store;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The steps of creating a lake, done or found done. Running it again changes nothing.
 *
 * @param steps in the order they were taken
 */
public record Creation(List<Step> steps) {

    public Creation {
        steps = List.copyOf(steps);
    }

    /** @param what a sentence without a full stop */
    public record Step(State state, String what) {}

    /** The result of a step. */
    public enum State {
        /** It has just been done. */
        MADE,
        /** It was already done. */
        THERE,
        /** Somebody has set it differently, and it stays that way. */
        LEFT,
        /** An earlier Duckboard had set it, and it is now removed. */
        WITHDRAWN,
        /** The store does not support it or does not permit it. */
        REFUSED
    }

    /**
     * Creates a folder, or a private and encrypted bucket that cleans up after itself.
     *
     * @throws FailureException if the lake cannot be created
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
