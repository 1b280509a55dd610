package io.duckboard.lake.trips;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.load.LoadProgress;
import io.duckboard.lake.store.LakeStore;
import io.duckboard.lake.store.LakeStores;
import java.nio.file.Files;
import java.time.Clock;

/** The lake that a new user starts with: 10,000 real trips of April 2019, the taxi zones, and the dashboard's view. */
public final class SampleLake {

    private final Clock clock;

    public SampleLake(Clock clock) {
        this.clock = clock;
    }

    /** Whether {@code lake} has a catalog and therefore needs no sample. */
    public static boolean isPopulated(LakeLocation.Folder lake) {
        return Files.exists(lake.path().resolve(Catalog.FILE));
    }

    /** @throws FailureException if the folder cannot be written */
    public void populate(LakeLocation.Folder lake) {
        try (LakeStore store = LakeStores.open(lake, clock)) {
            new TripLoad(store, clock, LoadProgress.SILENT).load(new SampleTrips(), Consent.GIVEN);
        }
    }
}
