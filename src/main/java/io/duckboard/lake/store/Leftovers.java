package io.duckboard.lake.store;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.Retired;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.store.Published;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Duckboard's own files that no catalog names: files of loads and runs that died, and of tables that were replaced. */
public record Leftovers(Clock clock) {

    /** Longer than any query can run: a function on AWS ends after 15 minutes. */
    public static final Duration OUTLIVES_QUERIES = Duration.ofMinutes(15);

    /** A run that is alive has begun a step since then: no step takes longer than a function on AWS may run. */
    private static final Duration DEAD = Duration.ofHours(1);

    /**
     * Runs that have begun nothing since this instant are dead, and no query reads their files. If nothing is
     * published, or the catalog has just been published, no run counts as dead: a lost catalog no longer names its
     * files, and an older one may be in use.
     */
    public Instant deadBefore(Optional<Published> published) {
        Instant oldest = clock.instant().minus(OUTLIVES_QUERIES);
        return published.isPresent() && published.get().at().isBefore(oldest)
                ? clock.instant().minus(DEAD)
                : Instant.EPOCH;
    }

    /**
     * Removes the files that no query can still be reading.
     *
     * @return the paths of the removed files
     */
    public List<String> removeFrom(LakeStore store) {
        Optional<Published> published = store.published();
        if (published.isEmpty()) {
            return List.of();
        }
        Instant oldest = clock.instant().minus(OUTLIVES_QUERIES);
        Catalog catalog = published.get().catalog();
        List<Retired> ripe = catalog.retired().stream()
                .filter(old -> old.at().isBefore(oldest))
                .toList();
        Ownership own = store.ownership(published);
        List<Retired> waiting =
                catalog.retired().stream().filter(old -> !ripe.contains(old)).toList();
        return store.sweep(
                own,
                ripe.stream().map(old -> old.file().path()).toList(),
                new Catalog(catalog.tables(), catalog.views(), waiting, catalog.leftOut()),
                deadBefore(published));
    }
}
