package io.duckboard.engine.catalog.journal;

import io.duckboard.engine.catalog.Catalog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Finds what a catalog from before the journal existed records: the files that Duckboard built, retired or copied. If
 * such a catalog names a file in the other place, the journal is not there, so the file counts as nobody's.
 */
public final class CatalogRecords {

    /** The first format that has a journal. */
    private static final int JOURNAL = 2;

    private final Catalog catalog;

    public CatalogRecords(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Adds to the journal what it does not have yet. */
    public void takeInto(Journal journal, LakeFiles files) throws IOException {
        if (hasJournal()) {
            return;
        }
        List<Entry> entries = unknownTo(Ownership.of(files, journal), files);
        if (!entries.isEmpty()) {
            journal.begin(UUID.randomUUID(), entries);
        }
    }

    /** Whether the catalog is from a time when the journal existed, so that it is no record itself. */
    public boolean hasJournal() {
        return catalog.format() >= JOURNAL;
    }

    /** What the journal does not have yet; nothing if the catalog already has a journal. */
    List<Entry> unknownTo(Ownership known, LakeFiles files) throws IOException {
        if (hasJournal()) {
            return List.of();
        }
        var entries = new ArrayList<Entry>();
        Stream.concat(built(), catalog.retired().stream().map(Catalog.Retired::file))
                .filter(file -> !known.isRecorded(file.path()))
                .map(CatalogRecords::entry)
                .distinct()
                .forEach(entries::add);
        for (Catalog.Table table : catalog.tables()) {
            if (table.isBuilt() && table.copy().filter(known::isRecorded).isEmpty()) {
                copy(table, files).ifPresent(entries::add);
            }
        }
        return entries;
    }

    private Stream<Catalog.File> built() {
        return catalog.tables().stream().filter(Catalog.Table::isBuilt).flatMap(table -> table.files().stream());
    }

    private static Entry entry(Catalog.File file) {
        Entry entry = Entry.of(file.path(), new Written(file.bytes(), file.version()));
        return isNamedByPeople(file.path()) ? entry.staying() : entry;
    }

    /** The file of the first load has the article's name, and the file of a reload has the id of a run. */
    private static boolean isNamedByPeople(String path) {
        return path.matches("dataset/taxi_\\d{4}_\\d\\d\\.parquet");
    }

    /** A copy is byte for byte the model's file. If the bytes differ, the file belongs to somebody else. */
    private Optional<Entry> copy(Catalog.Table table, LakeFiles files) throws IOException {
        if (table.copy().isEmpty() || table.files().size() != 1) {
            return Optional.empty();
        }
        String path = table.copy().get();
        Optional<Written> copy = files.find(path);
        Optional<Written> own = files.find(table.files().getFirst().path());
        boolean same = copy.isPresent()
                && own.isPresent()
                && copy.get().bytes() == own.get().bytes()
                && files.sha256(path)
                        .equals(files.sha256(table.files().getFirst().path()));
        return same ? Optional.of(Entry.of(path, copy.get()).staying()) : Optional.empty();
    }
}
