package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.discovery.ColumnValues;
import io.duckboard.engine.discovery.UnreadableFileException;
import java.util.List;
import java.util.Optional;

/** Files of the lake by the path or URI that DuckDB reads them by. */
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
     * Looks into a folder of the store.
     *
     * @param prefix with a slash at the end
     * @throws LakeException if the store does not list it, with the reason
     */
    void look(String prefix) throws LakeException;

    /**
     * The columns of a Parquet file.
     *
     * @throws UnreadableFileException if DuckDB cannot read this file
     * @throws LakeException if the store does not return it
     */
    List<Catalog.Field> columns(String path) throws LakeException, UnreadableFileException;

    /**
     * What the statistics of Parquet files say about a column.
     *
     * @throws LakeException if the store does not return them
     */
    ColumnValues values(List<String> paths, String column) throws LakeException;

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
