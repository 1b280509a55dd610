package io.duckboard.lake.tables;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.Table;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The files that are in a lake now. */
public final class Listing {

    private final Map<Name, Catalog.File> files = new LinkedHashMap<>();

    private Listing(Collection<Catalog.File> files) {
        files.forEach(file -> this.files.put(Name.of(file), file));
    }

    public static Listing of(OpenLake lake) {
        return new Listing(lake.files());
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
        return Optional.ofNullable(files.get(Name.of(file)));
    }

    Collection<Catalog.File> files() {
        return files.values();
    }

    private record Name(Catalog.Place place, String path) {
        static Name of(Catalog.File file) {
            return new Name(file.place(), file.path());
        }
    }
}
