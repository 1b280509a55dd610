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

/** Duckboard's own files that no catalog names: of loads and runs that died, and of tables that were replaced. */
public record Leftovers(Clock clock) {

    /** Longer than any query can run: a function on AWS ends after 15 minutes. */
    public static final Duration OUTLIVES_QUERIES = Duration.ofMinutes(15);

    /** A run that lives has begun something since: none of its steps takes longer than a function may. */
    private static final Duration DEAD = Duration.ofHours(1);

    /**
     * Runs that have begun nothing since then are dead, and no query reads their files. Where nothing is published, or
     * has just been, none are: a catalog that was lost does not name what it named, and an older one may be in use.
     */
    public Instant deadBefore(Optional<Published> published) {
        Instant oldest = clock.instant().minus(OUTLIVES_QUERIES);
        return published.isPresent() && published.get().at().isBefore(oldest)
                ? clock.instant().minus(DEAD)
                : Instant.EPOCH;
    }

    /**
     * Removes those that no query can be reading any more.
     *
     * @return the paths of what is gone
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
                new Catalog(catalog.tables(), catalog.views(), waiting),
                deadBefore(published));
    }
}
