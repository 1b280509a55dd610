package io.duckboard.lake.ownership;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.CatalogJson;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that the catalogs of a lake and its workspace name.
 *
 * @param places the places; the lake is the first
 */
record PublishedFiles(List<Place> places) {

    /** Returns tables and views of the catalog that commands read. */
    List<String> tables() {
        return catalog(places.getLast()).or(() -> catalog(places.getFirst())).stream()
                .flatMap(catalog -> Stream.concat(
                        catalog.tables().stream().map(Catalog.Table::name),
                        catalog.views().stream().map(Catalog.View::name)))
                .toList();
    }

    /** Returns the paths of the tables' files in one of the places. */
    Set<String> in(Place place) {
        Catalog.Place which = places.getFirst().equals(place) ? Catalog.Place.LAKE : Catalog.Place.WORKSPACE;
        return places.stream()
                .flatMap(known -> catalog(known).stream())
                .flatMap(catalog -> catalog.tables().stream())
                .flatMap(table -> table.files().stream())
                .filter(file -> file.place() == which)
                .map(Catalog.File::path)
                .collect(Collectors.toSet());
    }

    private static Optional<Catalog> catalog(Place place) {
        return place.files().containsKey(Catalog.FILE)
                ? Optional.of(CatalogJson.read(place.read(Catalog.FILE)))
                : Optional.empty();
    }
}
