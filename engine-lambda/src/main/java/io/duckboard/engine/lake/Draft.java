package io.duckboard.engine.lake;

import io.duckboard.engine.protocol.ResultFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A whole answer or a model on its way into the lake; one of {@link #target} and {@link #stream} is written. */
public interface Draft extends AutoCloseable {

    /** What DuckDB's COPY writes to: a path or an s3 URI. */
    String target();

    /** Columns that {@link #target} is a folder of partitions by; none where it is one file. */
    default List<String> partitionBy() {
        return List.of();
    }

    /** For what DuckDB itself cannot write. */
    OutputStream stream() throws IOException;

    /**
     * Makes it a part of the lake, which happens at once or not at all.
     *
     * @throws LakeException if the lake cannot be written
     */
    ResultFile publish(long rows) throws LakeException;

    /** Leaves nothing behind of what was not published. */
    @Override
    void close() throws LakeException;
}
