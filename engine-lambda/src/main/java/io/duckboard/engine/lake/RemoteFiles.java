package io.duckboard.engine.lake;

import java.util.List;
import java.util.Optional;

/** Files on an object store, by URI. */
public interface RemoteFiles {

    /**
     * @return nothing where there is no such file
     * @throws LakeException if the store does not give it
     */
    Optional<String> read(String uri) throws LakeException;

    /**
     * How many bytes a file has.
     *
     * @throws LakeException if the store does not tell
     */
    long size(String uri) throws LakeException;

    /**
     * The URIs of the Parquet files below a prefix, at any depth.
     *
     * @throws LakeException if the store does not list them
     */
    List<String> listParquet(String prefix) throws LakeException;

    /**
     * Lets the running query reach files of {@link io.duckboard.engine.catalog.LakeLayout#PRIVATE}, and no others there.
     *
     * @param uris of exactly these files
     * @throws LakeException if that cannot be
     */
    Grant grant(List<String> uris) throws LakeException;

    /** Ends with the query, whose answer it does not take away if it cannot be taken back. */
    interface Grant extends AutoCloseable {
        @Override
        void close();
    }
}
