package io.duckboard.lake.store;

import io.duckboard.engine.protocol.Catalog;
import io.duckboard.lake.store.LakeStore.Published;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Files that runs have written and that no catalog names: of runs that died, and of tables that were replaced. */
public final class Leftovers {

    /** Longer than any query can run: a function on AWS ends after 15 minutes. */
    public static final Duration OUTLIVES_QUERIES = Duration.ofMinutes(15);

    /** Only what bears a run's id is Duckboard's own. */
    private static final Pattern OWN = Pattern.compile("(?:dataset|models|partitioned|reference)/(?:.*[./])?"
            + "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.parquet");

    private final Clock clock;

    public Leftovers(Clock clock) {
        this.clock = clock;
    }

    /** A name that nothing has had, which tells that the file is Duckboard's own. */
    public static String name(String path, UUID run) {
        return path + "." + run + ".parquet";
    }

    /** Whether a file's name tells that a run of Duckboard's wrote it. */
    public static boolean isOwn(String path) {
        return OWN.matcher(path).matches();
    }

    /**
     * Removes those that no query can be reading any more: neither they nor the catalog are younger than the longest.
     *
     * @return the paths of what is gone
     */
    public List<String> removeFrom(LakeStore store) {
        Instant before = clock.instant().minus(OUTLIVES_QUERIES);
        Published published = store.published().orElse(null);
        if (published == null || published.at().isAfter(before)) {
            return List.of();
        }
        Set<String> named = published.catalog().tables().stream()
                .flatMap(table -> table.files().stream())
                .map(Catalog.File::path)
                .collect(Collectors.toSet());
        Set<String> retired = published.catalog().retired().stream()
                .filter(old -> old.at().isBefore(before))
                .map(old -> old.file().path())
                .collect(Collectors.toSet());
        List<String> left = store.listOlderThan(before, "").stream()
                .map(Catalog.File::path)
                .filter(path -> (isOwn(path) || retired.contains(path)) && !named.contains(path))
                .toList();
        store.remove(left);
        return left;
    }
}
