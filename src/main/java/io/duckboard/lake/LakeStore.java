package io.duckboard.lake;

import io.duckboard.engine.protocol.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * A lake's files and its catalog, for those who fill it. Only names are atomic: files get names that nothing has had
 * before, and readers see them when the catalog that names them is swapped.
 *
 * <p>Its failures are {@link LakeFailure}s, which say what happened and what to do.
 */
public interface LakeStore extends AutoCloseable {

    /** What is published now; empty in a lake without catalog.json. */
    Optional<Published> published();

    /** The files below {@code path} ("" for all) with their sizes and versions; never those of results/, control/ or staging/. */
    List<Catalog.File> list(String path);

    /**
     * Puts files in place, several at a time and each whole or not at all, with a checksum on the way.
     *
     * @param progress is told the bytes that arrived since it was last told
     */
    List<Catalog.File> put(Collection<Upload> uploads, LongConsumer progress);

    /**
     * Swaps the catalog if it still is what {@code expected} says.
     *
     * @param expected what was published when the work began
     * @throws LakeFailure if somebody else has published since
     */
    void publish(Catalog catalog, Optional<Published> expected);

    /** Removes files that no catalog names; one that is gone already is no failure. */
    void remove(Collection<String> paths);

    @Override
    void close() throws IOException;

    /** @param version the ETag on S3; in a folder the file's digest */
    record Published(Catalog catalog, String version) {}

    /**
     * @param file on this machine
     * @param path below the lake
     */
    record Upload(Path file, String path) {}
}
