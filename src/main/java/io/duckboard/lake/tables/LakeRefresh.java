package io.duckboard.lake.tables;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.File;
import io.duckboard.engine.catalog.Catalog.LeftOut;
import io.duckboard.engine.catalog.journal.CatalogRecords;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.store.Published;
import io.duckboard.lake.store.FolderFailures;
import io.duckboard.lake.store.Leftovers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Updates the catalog after others have changed, added or deleted files of a lake. A table whose files cannot be read
 * stays as it was, and the refresh reports it. What is in no table is told with its reason.
 */
public final class LakeRefresh {

    /** What to do with files of a table that are gone. */
    public enum Missing {
        KEEP,
        PRUNE
    }

    private final OpenLake lake;
    private final Clock clock;

    public LakeRefresh(OpenLake lake, Clock clock) {
        this.lake = lake;
        this.clock = clock;
    }

    /** Publishes a catalog if there are changes to publish, and returns what was done. */
    public Plan run(Missing missing) {
        Optional<Published> expected = lake.published();
        LakeListing listing = LakeListing.of(lake);
        Instant dead = new Leftovers(clock).deadBefore(expected);
        Ownership own = lake.ownership(expected);
        Plan plan = plan(missing, listing, own);
        if (isOther(plan.catalog(), expected)) {
            lake.publish(plan.catalog(), expected);
        }
        lake.sweep(hasJournal(expected) ? own : lake.ownership(), plan.removable(), plan.catalog(), dead);
        return plan;
    }

    /** A publish takes what an earlier catalog records into the journal, which then has more than before. */
    private static boolean hasJournal(Optional<Published> known) {
        return known.isEmpty() || new CatalogRecords(known.get().catalog()).hasJournal();
    }

    /** Whether {@link #run} would publish. */
    public boolean isDue(Missing missing) {
        return isOther(plan(missing).catalog(), lake.published());
    }

    private static boolean isOther(Catalog planned, Optional<Published> now) {
        return now.map(known -> known.catalog().inNewestFormat())
                .filter(planned::equals)
                .isEmpty();
    }

    /** What {@link #run} would do. */
    public Plan plan(Missing missing) {
        return plan(missing, LakeListing.of(lake));
    }

    /** The same for a lake that has been listed already. */
    public Plan plan(Missing missing, LakeListing listing) {
        return plan(missing, listing, lake.ownership());
    }

    private Plan plan(Missing missing, LakeListing listing, Ownership own) {
        return FolderFailures.translating(Path.of(System.getProperty("java.io.tmpdir")), () -> {
            try (var metadata = new LakeParquet(lake)) {
                return new RefreshWork(lake, clock, listing, own, metadata, missing).plan();
            }
        });
    }

    /** What is in no table of the catalog now. It is read from no file. */
    public List<LeftOut> leftOut(LakeListing listing, Catalog catalog) {
        Ownership own = lake.ownership();
        return new News(Optional.of(catalog), file -> lake.isOwn(own, file)).leftOut(listing, catalog);
    }

    /** @param removable files that no query can still be reading */
    public record Plan(Catalog catalog, List<Change> changes, List<File> removable) {
        public Plan {
            changes = List.copyOf(changes);
            removable = List.copyOf(removable);
        }
    }
}
