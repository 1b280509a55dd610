package io.duckboard.lake.store;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.journal.HeldFolder;
import io.duckboard.engine.catalog.journal.Journal;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.journal.Parallel;
import io.duckboard.engine.catalog.journal.StoredRecord;
import io.duckboard.engine.catalog.journal.UnrecordedFiles;
import io.duckboard.engine.catalog.store.Published;
import io.duckboard.engine.catalog.store.UnreadableCatalogException;
import io.duckboard.engine.discovery.Listing;
import io.duckboard.engine.failure.FailureException;
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
import org.jspecify.annotations.Nullable;

/**
 * A lake's files and its catalog, for code that writes to the lake. Only operations on names are atomic: every file
 * gets a name that has never been used, and readers see it once a catalog that names it replaces the old one. The
 * journal records each file before it is written. A file that the journal does not record is never replaced or removed.
 *
 * <p>Failures are {@link FailureException}s, which say what happened and what to do.
 */
public final class LakeStore implements AutoCloseable {

    private final String lake;
    private final StoreTransport transport;
    private final Journal journal;
    private @Nullable HeldFolder staging;

    /** @param lake the lake's name, for messages */
    LakeStore(String lake, StoreTransport transport) {
        this.lake = lake;
        this.transport = transport;
        this.journal = transport.catalogs().journal();
    }

    /**
     * Returns the published catalog; empty in a lake without catalog.json.
     *
     * @throws FailureException if the lake is not there, or its catalog is damaged
     */
    public Optional<Published> published() {
        try {
            return transport.translating(transport.catalogs()::published);
        } catch (UnreadableCatalogException e) {
            throw StoreFailures.unreadable(e);
        }
    }

    /**
     * Lists the files below the folder {@code path} ("" for all) with their sizes and versions, sorted by name. It
     * leaves out private files, and files that a catalog could not name.
     */
    public List<Catalog.File> list(String path) {
        return list(path, files -> {});
    }

    /** Lists the files below several folders at the same time, as {@link #list(String)} does. */
    public List<Catalog.File> list(Collection<String> folders) {
        return transport.translating(() -> {
            List<Callable<List<Catalog.File>>> lists = folders.stream()
                    .<Callable<List<Catalog.File>>>map(folder -> () -> list(folder))
                    .toList();
            return Parallel.requests(lists).stream().flatMap(List::stream).toList();
        });
    }

    /**
     * Lists the files as {@link #list(String)} does.
     *
     * @param progress receives the number of files since its last call, private ones too, from one thread
     */
    public List<Catalog.File> list(String path, LongConsumer progress) {
        return transport.translating(() -> transport.listOlderThan(Instant.MAX, path, progress));
    }

    /**
     * Lists the whole lake to find tables in it.
     *
     * @param progress receives the number of files since its last call, from one thread
     */
    public Listing listing(LongConsumer progress) {
        return transport.translating(() -> transport.listing(progress));
    }

    /** Returns the files of {@link #list(String)} that were last written before {@code time}. */
    public List<Catalog.File> listOlderThan(Instant time, String path) {
        return transport.translating(() -> transport.listOlderThan(time, path, files -> {}));
    }

    /** Returns the paths of files in the private folder that no record names. */
    public List<String> listUnrecorded() {
        return transport.translating(() -> new UnrecordedFiles(transport.files()).paths());
    }

    /**
     * Returns a folder of this machine in which to prepare files for {@link #put}. It is deleted when the store is
     * closed. If the process is killed first, it is deleted when another process asks for a folder.
     */
    public Path stagingFolder() {
        return transport.translating(() -> {
            if (staging == null) {
                staging = transport.hold();
            }
            return staging.folder();
        });
    }

    /**
     * Puts files in place, several at a time, each completely or not at all, with a checksum for the transfer. Files in
     * the {@link #stagingFolder} may be gone from there afterwards.
     *
     * @param run the run under which the journal records the files
     * @param progress receives the number of bytes since its last call, from one thread at a time
     * @return the files that were put, in the order of {@code uploads}
     * @throws FailureException if a file of one of the names exists already; that file stays as it is
     */
    public List<Catalog.File> put(Collection<Upload> uploads, UUID run, LongConsumer progress) {
        LongConsumer oneAtATime = bytes -> {
            synchronized (progress) {
                progress.accept(bytes);
            }
        };
        return transport.translating(() -> {
            List<Upload> staged = transport.staged(uploads, this::stagingFolder);
            StoredRecord record = journal.begin(run, Uploads.entries(staged));
            List<Catalog.File> put = transport.put(staged, oneAtATime);
            journal.written(record, Uploads.written(put));
            return put.stream().map(Catalog.File::asWritten).toList();
        });
    }

    /**
     * Puts a small file with a name that people know in place, and replaces an earlier file of Duckboard's.
     *
     * @return whether the file was put; false if there is a file of somebody else's, which stays as it is
     */
    public boolean replace(Upload upload, UUID run) {
        return transport.translating(() -> transport.replace(
                transport.staged(List.of(upload), this::stagingFolder).getFirst(), run));
    }

    /**
     * Returns the last {@code bytes} of a file, or the whole file if it is shorter. A Parquet file describes its
     * content there.
     */
    public byte[] tail(String path, int bytes) {
        return transport.translating(() -> transport.tail(path, bytes));
    }

    /**
     * Returns the end of a file as {@link #tail} does, for a reader that can do without this file.
     *
     * @throws AccessDeniedException if this file may not be read
     * @throws NoSuchFileException if it is gone
     */
    public byte[] end(String path, int bytes) throws AccessDeniedException, NoSuchFileException {
        return transport.end(path, bytes);
    }

    /** Returns where a file lies on this machine; empty for a lake on S3. */
    public Optional<Path> local(String path) {
        return transport.local(path);
    }

    /**
     * Replaces the catalog if it is still the one in {@code expected}.
     *
     * @param expected what was published when the work began; if it has no journal, its files are recorded first
     * @throws FailureException if somebody else has published since
     */
    public void publish(Catalog catalog, Optional<Published> expected) {
        if (!transport.translating(() -> transport.catalogs().publish(catalog, expected))) {
            throw StoreFailures.publishedMeanwhile(lake);
        }
    }

    /**
     * Returns which files are Duckboard's own now.
     *
     * @param known the published catalog
     */
    public Ownership ownership(Optional<Published> known) {
        return transport.translating(() -> transport.catalogs().ownership(known));
    }

    /** Whether a file is Duckboard's own and is unchanged since Duckboard wrote it. */
    public boolean isOwn(Ownership own, Catalog.File file) {
        return transport.translating(() -> own.isOwn(file.path(), Uploads.written(file)));
    }

    /**
     * Removes Duckboard's own files that belong to no table: the named ones, and files of loads and runs that have
     * begun nothing since {@code before}, unless {@code catalog} names them.
     *
     * @return the paths of the removed files
     */
    public List<String> sweep(Ownership own, Collection<String> paths, Catalog catalog, Instant before) {
        return transport.translating(() -> {
            transport.removeLeftovers(own, before);
            return own.sweep("", paths, catalog, before);
        });
    }

    @Override
    public void close() {
        transport.close();
        transport.translating(() -> {
            if (staging != null) {
                staging.close();
            }
            return lake;
        });
    }

    /**
     * @param file a file on this machine
     * @param path the path below the lake
     * @param stays whether people know the file by this name, so that it stays when it no longer belongs to a table
     */
    public record Upload(Path file, String path, boolean stays) {

        public Upload(Path file, String path) {
            this(file, path, false);
        }
    }
}
