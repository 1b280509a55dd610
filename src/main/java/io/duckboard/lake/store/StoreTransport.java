package io.duckboard.lake.store;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.journal.HeldFolder;
import io.duckboard.engine.catalog.journal.LakeFiles;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.store.CatalogStore;
import io.duckboard.lake.store.LakeStore.Upload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** How files come into a lake and out of it: a folder's way, and S3's. */
sealed interface StoreTransport permits FolderTransport, S3Transport {

    CatalogStore catalogs();

    LakeFiles files();

    /** Those of a lake's data below the folder {@code path} that were last written before {@code time}, by name. */
    List<Catalog.File> listOlderThan(Instant time, String path) throws IOException;

    /** A folder of this machine to make files in. */
    HeldFolder hold() throws IOException;

    /**
     * Files as they can be put: where a file has to be in the lake's file system to be moved, a copy of it.
     *
     * @param staging where copies may be made
     */
    List<Upload> staged(Collection<Upload> uploads, Supplier<Path> staging) throws IOException;

    /**
     * Puts staged files in place, several at a time and each whole or not at all.
     *
     * @param progress is told the bytes that arrived since it was last told, by several threads
     * @return what was put, in the order of {@code uploads}
     */
    List<Catalog.File> put(List<Upload> uploads, LongConsumer progress) throws IOException;

    /** Puts a staged file over what Duckboard has put there; false if there is another's. */
    boolean replace(Upload upload, UUID run) throws IOException;

    byte[] tail(String path, int bytes) throws IOException;

    /** Removes what a kill has left and no record of the journal's names as a file: folders, and parts of uploads. */
    void removeLeftovers(Ownership own, Instant before) throws IOException;

    /** Does it, or says why not. */
    <T> T translating(Callable<T> work);

    void close();
}
