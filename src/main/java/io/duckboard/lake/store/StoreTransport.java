package io.duckboard.lake.store;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.journal.HeldFolder;
import io.duckboard.engine.catalog.journal.LakeFiles;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.store.CatalogStore;
import io.duckboard.engine.discovery.Listing;
import io.duckboard.lake.store.LakeStore.Upload;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Moves files into a lake and out of it, in a folder or on S3. */
sealed interface StoreTransport permits FolderTransport, S3Transport {

    CatalogStore catalogs();

    LakeFiles files();

    /**
     * Returns the data files below the folder {@code path} that were last written before {@code time}, sorted by name.
     *
     * @param progress receives the number of files since its last call, whether they are data or not
     */
    List<Catalog.File> listOlderThan(Instant time, String path, LongConsumer progress) throws IOException;

    /**
     * Lists the whole lake to find tables in it.
     *
     * @param progress receives the number of files since its last call
     */
    Listing listing(LongConsumer progress) throws IOException;

    /** Returns a folder of this machine in which to prepare files. */
    HeldFolder hold() throws IOException;

    /**
     * Returns files that are ready to be put: a copy of the file if it has to be on the lake's file system to be moved.
     *
     * @param staging where copies may be made
     */
    List<Upload> staged(Collection<Upload> uploads, Supplier<Path> staging) throws IOException;

    /**
     * Puts staged files in place, several at a time, each completely or not at all.
     *
     * @param progress receives the number of bytes since its last call, from several threads
     * @return the files that were put, in the order of {@code uploads}
     */
    List<Catalog.File> put(List<Upload> uploads, LongConsumer progress) throws IOException;

    /** Puts a staged file in place of a file of Duckboard's; returns false if somebody else's file is there. */
    boolean replace(Upload upload, UUID run) throws IOException;

    byte[] tail(String path, int bytes) throws IOException;

    /**
     * Returns the end of a file as {@link #tail} does. What is wrong with the store is a failure already.
     *
     * @throws AccessDeniedException if this file may not be read
     * @throws NoSuchFileException if it is gone
     */
    byte[] end(String path, int bytes) throws AccessDeniedException, NoSuchFileException;

    /** Returns the path of a file that lies on this machine. */
    Optional<Path> local(String path);

    /** Removes what a kill has left and no record of the journal names as a file: folders, and parts of uploads. */
    void removeLeftovers(Ownership own, Instant before) throws IOException;

    /** Runs the work, and turns an error into a failure that says what went wrong. */
    <T> T translating(Callable<T> work);

    void close();
}
