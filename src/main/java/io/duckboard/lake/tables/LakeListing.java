package io.duckboard.lake.tables;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.Table;
import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.engine.discovery.Listing;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files that are in a lake now, beside the catalog that was published. */
public final class LakeListing {

    private final Optional<Catalog> published;
    private final Listing listing;
    private final Map<Catalog.File, Catalog.File> now = new HashMap<>();

    private LakeListing(Optional<Catalog> published, Listing listing, Collection<Catalog.File> more) {
        this.published = published;
        this.listing = listing;
        Stream.concat(more.stream(), listing.files().stream()).forEach(file -> now.put(file.at(), file));
    }

    public static LakeListing of(OpenLake lake) {
        Optional<Catalog> published = lake.catalog();
        Listing listing = lake.listing();
        if (published.isEmpty()) {
            return new LakeListing(published, listing.withoutModels(), List.of());
        }
        var more = lake.filesInWorkspace();
        return new LakeListing(
                published,
                listing,
                published.get().tables().stream().anyMatch(LakeListing::isHidden)
                        ? Stream.concat(lake.files().stream(), more.stream()).toList()
                        : more);
    }

    /** Earlier versions also found tables where none is looked for now. */
    private static boolean isHidden(Table table) {
        return !table.isBuilt()
                && table.files().stream()
                        .anyMatch(file -> Stream.of(file.path().split("/", -1)).anyMatch(LakeLayout::isHidden));
    }

    /** Returns the catalog; empty if there is none. */
    public Optional<Catalog> published() {
        return published;
    }

    /** Returns the files that a table names and that have changed since, as they are now. */
    public List<Catalog.File> changed(Table table) {
        return table.files().stream()
                .filter(file -> now(file).filter(Predicate.not(file::equals)).isPresent())
                .flatMap(file -> now(file).stream())
                .toList();
    }

    /** Returns the files of a table that no longer exist. */
    public List<Catalog.File> gone(Table table) {
        return table.files().stream().filter(file -> now(file).isEmpty()).toList();
    }

    Optional<Catalog.File> now(Catalog.File file) {
        return Optional.ofNullable(now.get(file.at()));
    }

    /** Returns the files among which tables are looked for, and what cannot be listed. */
    Listing listing() {
        return listing;
    }
}
