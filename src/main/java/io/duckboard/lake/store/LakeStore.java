package io.duckboard.lake.store;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.failure.FailureException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * A lake's files and its catalog, for those who fill it. Only names are atomic: files get names that nothing has had
 * before, and readers see them when the catalog that names them is swapped. The journal knows each before it is there,
 * and what the journal does not know is never replaced or removed.
 *
 * <p>Its failures are {@link FailureException}s, which say what happened and what to do.
 */
public interface LakeStore extends AutoCloseable {

    /**
     * What is published now; empty in a lake without catalog.json.
     *
     * @throws FailureException if the lake is not there, or its catalog is damaged
     */
    Optional<Published> published();

    /**
     * The files below the folder {@code path} ("" for all) with their sizes and versions, by name; never those of
     * what is private, and none that a catalog could not name.
     */
    default List<Catalog.File> list(String path) {
        return listOlderThan(Instant.MAX, path);
    }

    /** Those of {@link #list} that were last written before {@code time}. */
    List<Catalog.File> listOlderThan(Instant time, String path);

    /** The paths of files in the private folder that no record names. */
    List<String> listUnrecorded();

    /** The paths of files in folders that were private before there was a journal. */
    List<String> listBefore();

    /**
     * A folder of this machine to make files in before they are put. It goes when the store is closed; if the process
     * is killed before, it goes when the next one asks for a folder.
     */
    Path workspace();

    /**
     * Puts files in place, several at a time and each whole or not at all, with a checksum on the way. Those of the
     * {@link #workspace} may be gone from there afterwards.
     *
     * @param run as whose the journal knows them
     * @param progress is told the bytes that arrived since it was last told, by one thread at a time
     * @return what was put, in the order of {@code uploads}
     * @throws FailureException if there is a file of one of the names already, which stays as it is
     */
    List<Catalog.File> put(Collection<Upload> uploads, UUID run, LongConsumer progress);

    /**
     * Puts a small file in place that people name, over what Duckboard has put there before.
     *
     * @return whether it did; not if there is another's file, which stays as it is
     */
    boolean replace(Upload upload, UUID run);

    /** The last {@code bytes} of a file, or all of it if it has no more: there a Parquet file says what is in it. */
    byte[] tail(String path, int bytes);

    /**
     * Swaps the catalog if it still is what {@code expected} says.
     *
     * @param expected what was published when the work began; one of before there was a journal is taken into it first
     * @throws FailureException if somebody else has published since
     */
    void publish(Catalog catalog, Optional<Published> expected);

    /**
     * Which files are Duckboard's own now.
     *
     * @param known what is published
     */
    Ownership ownership(Optional<Published> known);

    /** Whether a file is Duckboard's own and still what was written. */
    boolean isOwn(Ownership own, Catalog.File file);

    /**
     * Removes Duckboard's own files that no table has: those that are named, and those of loads and runs that have begun
     * nothing since {@code before} and that {@code catalog} does not name.
     *
     * @return the paths of what is gone
     */
    List<String> sweep(Ownership own, Collection<String> paths, Catalog catalog, Instant before);

    @Override
    void close();

    /**
     * @param version the ETag on S3; in a folder the file's digest
     * @param at when it was published, by the store's clock
     */
    record Published(Catalog catalog, String version, Instant at) {}

    /**
     * @param file on this machine
     * @param path below the lake
     * @param stays whether people name it, so that it stays when no table has it any more
     */
    record Upload(Path file, String path, boolean stays) {

        public Upload(Path file, String path) {
            this(file, path, false);
        }
    }
}
