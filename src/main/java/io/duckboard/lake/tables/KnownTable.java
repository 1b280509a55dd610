package io.duckboard.lake.tables;

import io.duckboard.engine.catalog.Catalog.File;
import io.duckboard.engine.catalog.Catalog.Table;
import io.duckboard.engine.discovery.DataFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table of the catalog, and what has happened to its files since.
 *
 * @param files those that it keeps: as they are now, or as they were if they are gone
 * @param toRead those whose metadata has to be read before anything can be said of the table
 * @param lacking files that are gone and that it keeps
 * @param what what has happened, for a sentence; empty if nothing has
 * @param isExported whether others have put a file of theirs in its place
 */
record KnownTable(
        Table table, List<File> files, List<File> toRead, List<File> lacking, List<String> what, boolean isExported) {

    KnownTable {
        files = List.copyOf(files);
        toRead = List.copyOf(toRead);
        lacking = List.copyOf(lacking);
        what = List.copyOf(what);
    }

    static KnownTable of(Table table, LakeListing listing, LakeRefresh.Missing missing) {
        List<File> changed = listing.changed(table);
        Set<File> gone = Set.copyOf(listing.gone(table));
        boolean prunes = missing == LakeRefresh.Missing.PRUNE && !gone.isEmpty();
        List<File> present = table.files().stream()
                .filter(file -> !gone.contains(file))
                .map(file -> asKnown(file, listing))
                .toList();
        var what = new ArrayList<String>();
        if (table.files().stream().anyMatch(file -> file.version().equals(File.UNKNOWN))) {
            what.add("all files read anew");
        } else {
            count(changed.size(), "changed").ifPresent(what::add);
        }
        count(prunes ? gone.size() : 0, "taken out").ifPresent(what::add);
        return new KnownTable(
                table,
                prunes
                        ? present
                        : table.files().stream()
                                .map(file -> asKnown(file, listing))
                                .toList(),
                what.isEmpty() ? List.of() : present,
                prunes ? List.of() : listing.gone(table),
                what,
                false);
    }

    /** A file as it is now; the listing does not say who wrote it. */
    private static File asKnown(File file, LakeListing listing) {
        return listing.now(file).filter(now -> !now.equals(file)).orElse(file);
    }

    /** A table as others have exported it. */
    static KnownTable exported(Table table, File file) {
        return new KnownTable(
                table,
                List.of(file),
                List.of(file),
                List.of(),
                List.of("others have exported it to " + file.path()),
                true);
    }

    /** Whether files that appear beside its own belong to it. Duckboard has written the others as a whole. */
    boolean canGrow() {
        return table.copy().isEmpty()
                && !(table.isBuilt() && table.partitionColumns().isEmpty());
    }

    boolean isChanged() {
        return !what.isEmpty();
    }

    /** What the catalog says of the files that need not be read. */
    List<DataFile> described() {
        Set<File> wanted = new HashSet<>(isChanged() ? lacking : files);
        return DataFile.described(table).stream()
                .filter(file -> wanted.contains(file.file()))
                .toList();
    }

    static Optional<String> count(int files, String what) {
        return files == 0 ? Optional.empty() : Optional.of(files + (files == 1 ? " file " : " files ") + what);
    }
}
