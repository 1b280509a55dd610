package io.duckboard.engine.catalog.store;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.engine.catalog.journal.CatalogRecords;
import io.duckboard.engine.catalog.journal.FolderFiles;
import io.duckboard.engine.catalog.journal.Journal;
import io.duckboard.engine.catalog.journal.LakeFiles;
import io.duckboard.engine.catalog.journal.Ownership;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The catalog of a lake or workspace, for code that publishes tables there. One swap shows all of them to readers. */
public final class CatalogStore {

    private final CatalogFile file;
    private final LakeFiles files;
    private final Journal journal;

    private CatalogStore(CatalogFile file, LakeFiles files, Journal journal) {
        this.file = file;
        this.files = files;
        this.journal = journal;
    }

    /** @param root of the lake or its workspace, a folder of this machine */
    public static CatalogStore in(Path root, Clock clock) {
        var files = new FolderFiles(root);
        return new CatalogStore(new FolderCatalog(root, clock), files, new Journal(files, clock));
    }

    public static CatalogStore on(ObjectFiles files, Clock clock) {
        return new CatalogStore(new ObjectCatalog(files), files, new Journal(files, clock));
    }

    /** The journal of what has been written beside it. */
    public Journal journal() {
        return journal;
    }

    /**
     * The published catalog; empty if there is no catalog.json.
     *
     * @throws UnreadableCatalogException if it is damaged, or a newer Duckboard has published it
     */
    public Optional<Published> published() throws IOException {
        return file.read().map(stored -> new Published(catalog(stored), stored.version(), stored.at()));
    }

    private static Catalog catalog(StoredFile stored) {
        try {
            return CatalogJson.read(stored.content());
        } catch (IllegalArgumentException e) {
            throw new UnreadableCatalogException(e);
        }
    }

    /**
     * Swaps the catalog.
     *
     * @param expected what was published when the work began; if it is from before the journal, it is added to the
     *     journal first
     * @return whether it was swapped; false if somebody else has published since
     */
    public boolean publish(Catalog catalog, Optional<Published> expected) throws IOException {
        if (expected.isPresent()) {
            new CatalogRecords(expected.get().catalog()).takeInto(journal, files);
        }
        return file.swap(CatalogJson.write(catalog), expected.map(Published::version));
    }

    /**
     * Finds out which files are Duckboard's own now.
     *
     * @param known the published catalog
     */
    public Ownership ownership(Optional<Published> known) throws IOException {
        return Ownership.of(files, journal, known.map(Published::catalog));
    }
}
