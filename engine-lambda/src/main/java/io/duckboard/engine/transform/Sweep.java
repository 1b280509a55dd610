package io.duckboard.engine.transform;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.ModelStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Removes files of models that no table has any more: of models that were replaced, and of runs that died.
 *
 * @param own which files are Duckboard's, before the publish
 * @param known the catalog before the publish that the sweep comes with
 */
record Sweep(ModelStore store, Ownership own, Catalog known, Clock clock) {

    /** Longer than any query can run: a function on AWS ends after 15 minutes. */
    private static final Duration OUTLIVES_QUERIES = Duration.ofMinutes(15);

    /** A run that lives has begun something since: none of its steps takes longer than a function may. */
    private static final Duration DEAD = Duration.ofHours(1);

    /** Whether a file goes some time after its table has. */
    boolean passes(Catalog.File file) {
        return own.passes(file.path());
    }

    /** Whether no query can be reading a model's file any more, so that it goes with this sweep. */
    boolean isRipe(Catalog.Retired old) {
        return old.file().path().startsWith(ModelStore.FOLDER + "/") && old.at().isBefore(ago(OUTLIVES_QUERIES));
    }

    /**
     * @param isFirst whether nothing was published before: a catalog that was lost does not name what it named
     * @param next the catalog that is published by now
     */
    void after(boolean isFirst, Catalog next) throws LakeException {
        List<String> ripe = known.retired().stream()
                .filter(this::isRipe)
                .map(old -> old.file().path())
                .toList();
        store.sweep(own, ripe, next, isFirst ? Instant.EPOCH : ago(DEAD));
    }

    private Instant ago(Duration age) {
        return clock.instant().minus(age);
    }
}
