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
 * Removes files of models that no table uses any more: those of replaced models, and those of runs that died.
 *
 * @param own knows which files are Duckboard's, before the publish
 * @param known the catalog before the publish that the sweep belongs to
 */
record Sweep(ModelStore store, Ownership own, Catalog known, Clock clock) {

    /** Longer than any query can run: a function on AWS ends after 15 minutes. */
    private static final Duration OUTLIVES_QUERIES = Duration.ofMinutes(15);

    /** A living run has started something since then: none of its steps takes longer than a function may. */
    private static final Duration DEAD = Duration.ofHours(1);

    /** Whether a file is removed some time after its table. */
    boolean passes(Catalog.File file) {
        return own.passes(file.path());
    }

    /** Whether no query can be reading a model's file any more, so that this sweep removes it. */
    boolean isRipe(Catalog.Retired old) {
        return old.file().path().startsWith(ModelStore.FOLDER + "/") && old.at().isBefore(ago(OUTLIVES_QUERIES));
    }

    /**
     * @param isFirst whether nothing was published before; a lost catalog no longer names its files
     * @param next the catalog that is published now
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
