package io.duckboard.lake.store;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.engine.catalog.journal.HeldFolder;
import io.duckboard.engine.catalog.journal.Journal;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.journal.StoredRecord;
import io.duckboard.engine.catalog.journal.UnrecordedFiles;
import io.duckboard.engine.catalog.store.Published;
import io.duckboard.engine.catalog.store.UnreadableCatalogException;
import io.duckboard.engine.failure.FailureException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A lake's files and its catalog, for those who fill it. Only names are atomic: files get names that nothing has had
 * before, and readers see them when the catalog that names them is swapped. The journal knows each before it is there,
 * and what the journal does not know is never replaced or removed.
 *
 * <p>Its failures are {@link FailureException}s, which say what happened and what to do.
 */
public final class LakeStore implements AutoCloseable {

    private final String lake;
    private final StoreTransport transport;
    private final Journal journal;
    private @Nullable HeldFolder staging;

    /** @param lake as people name it */
    LakeStore(String lake, StoreTransport transport) {
        this.lake = lake;
        this.transport = transport;
        this.journal = transport.catalogs().journal();
    }

    /**
     * What is published now; empty in a lake without catalog.json.
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
     * The files below the folder {@code path} ("" for all) with their sizes and versions, by name; never those of
     * what is private, and none that a catalog could not name.
     */
    public List<Catalog.File> list(String path) {
        return listOlderThan(Instant.MAX, path);
    }

    /** Those of {@link #list} that were last written before {@code time}. */
    public List<Catalog.File> listOlderThan(Instant time, String path) {
        return transport.translating(() -> transport.listOlderThan(time, path));
    }

    /** The paths of files in the private folder that no record names. */
    public List<String> listUnrecorded() {
        return transport.translating(() -> new UnrecordedFiles(transport.files()).paths());
    }

    /** The paths of files in folders that were private before there was a journal. */
    public List<String> listBefore() {
        return transport.translating(() -> {
            var found = new ArrayList<String>();
            for (String folder : LakeLayout.BEFORE) {
                found.addAll(transport.files().below(folder));
            }
            return found;
        });
    }

    /**
     * A folder of this machine to make files in before they are put. It goes when the store is closed; if the process
     * is killed before, it goes when the next one asks for a folder.
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
     * Puts files in place, several at a time and each whole or not at all, with a checksum on the way. Those of the
     * {@link #stagingFolder} may be gone from there afterwards.
     *
     * @param run as whose the journal knows them
     * @param progress is told the bytes that arrived since it was last told, by one thread at a time
     * @return what was put, in the order of {@code uploads}
     * @throws FailureException if there is a file of one of the names already, which stays as it is
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
            return put;
        });
    }

    /**
     * Puts a small file in place that people name, over what Duckboard has put there before.
     *
     * @return whether it did; not if there is another's file, which stays as it is
     */
    public boolean replace(Upload upload, UUID run) {
        return transport.translating(() -> transport.replace(
                transport.staged(List.of(upload), this::stagingFolder).getFirst(), run));
    }

    /** The last {@code bytes} of a file, or all of it if it has no more: there a Parquet file says what is in it. */
    public byte[] tail(String path, int bytes) {
        return transport.translating(() -> transport.tail(path, bytes));
    }

    /**
     * Swaps the catalog if it still is what {@code expected} says.
     *
     * @param expected what was published when the work began; one of before there was a journal is taken into it first
     * @throws FailureException if somebody else has published since
     */
    public void publish(Catalog catalog, Optional<Published> expected) {
        if (!transport.translating(() -> transport.catalogs().publish(catalog, expected))) {
            throw StoreFailures.publishedMeanwhile(lake);
        }
    }

    /**
     * Which files are Duckboard's own now.
     *
     * @param known what is published
     */
    public Ownership ownership(Optional<Published> known) {
        return transport.translating(() -> transport.catalogs().ownership(known));
    }

    /** Whether a file is Duckboard's own and still what was written. */
    public boolean isOwn(Ownership own, Catalog.File file) {
        return transport.translating(() -> own.isOwn(file.path(), Uploads.written(file)));
    }

    /**
     * Removes Duckboard's own files that no table has: those that are named, and those of loads and runs that have begun
     * nothing since {@code before} and that {@code catalog} does not name.
     *
     * @return the paths of what is gone
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
     * @param file on this machine
     * @param path below the lake
     * @param stays whether people name it, so that it stays when no table has it any more
     */
    public record Upload(Path file, String path, boolean stays) {

        public Upload(Path file, String path) {
            this(file, path, false);
        }
    }
}
