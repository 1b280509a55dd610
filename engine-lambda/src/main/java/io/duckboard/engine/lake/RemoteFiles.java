package io.duckboard.engine.lake;

import java.util.List;
import java.util.Optional;

/** Files on an object store, by URI. */
public interface RemoteFiles {

    /**
     * @return nothing if the file does not exist
     * @throws LakeException if the store does not return the file
     */
    Optional<String> read(String uri) throws LakeException;

    /**
     * The size of a file in bytes.
     *
     * @throws LakeException if the store does not say
     */
    long size(String uri) throws LakeException;

    /**
     * The URIs of the Parquet files below a prefix, at any depth.
     *
     * @throws LakeException if the store does not list them
     */
    List<String> listParquet(String prefix) throws LakeException;

    /**
     * Lets the running query read these files in {@link io.duckboard.engine.catalog.LakeLayout#PRIVATE}, and no others
     * there.
     *
     * @param uris of exactly these files
     * @throws LakeException if that is not possible
     */
    Grant grant(List<String> uris) throws LakeException;

    /** Ends with the query. If access cannot be revoked, the query keeps its answer. */
    interface Grant extends AutoCloseable {
        @Override
        void close();
    }
}
