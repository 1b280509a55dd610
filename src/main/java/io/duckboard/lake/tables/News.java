package io.duckboard.lake.tables;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.File;
import io.duckboard.engine.catalog.Catalog.LeftOut;
import io.duckboard.engine.discovery.Discovery;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Tells which files of a lake the catalog does not know. Duckboard's own files that belong to no table are being added
 * or removed, unless the catalog that named them is lost.
 */
final class News {

    private final Set<File> known = new HashSet<>();
    private final Set<String> copies = new HashSet<>();
    private final Predicate<File> own;

    /** @param own tells Duckboard's own files */
    News(Optional<Catalog> published, Predicate<File> own) {
        published.ifPresent(catalog -> {
            catalog.tables().forEach(table -> {
                table.files().forEach(file -> known.add(file.at()));
                table.copy().ifPresent(copies::add);
            });
            catalog.retired().forEach(retired -> known.add(retired.file().at()));
        });
        this.own = published.isPresent() ? own : _ -> false;
    }

    boolean isNew(File file) {
        return !known.contains(file.at()) && !copies.contains(file.path()) && !own.test(file);
    }

    /**
     * What is in no table, without a look into any file.
     *
     * @param catalog which knows what the files were that a refresh has looked into
     */
    List<LeftOut> leftOut(LakeListing listing, Catalog catalog) {
        var leftOut = new TreeMap<String, LeftOut>();
        catalog.leftOut().forEach(out -> leftOut.put(out.path(), out));
        listing.listing().leftOut().forEach(out -> leftOut.putIfAbsent(out.path(), out));
        var names = Discovery.Names.of(listing.listing().files());
        names.leftOut().forEach(out -> leftOut.putIfAbsent(out.path(), out));
        names.parquet().stream()
                .filter(this::isNew)
                .map(file -> new LeftOut(
                        file.path(), "The catalog does not know it yet.", "Take it in: duckboard lake refresh"))
                .forEach(out -> leftOut.putIfAbsent(out.path(), out));
        return List.copyOf(leftOut.values());
    }
}
