package io.duckboard.engine.lake;

import io.duckboard.engine.protocol.ResultFile;
import java.io.IOException;
import java.io.OutputStream;

/** A whole answer on its way into the lake; one of {@link #target} and {@link #stream} is written. */
public interface Draft extends AutoCloseable {

    /** What DuckDB's COPY writes to: a path or an s3 URI. */
    String target();

    /** For what DuckDB itself cannot write. */
    OutputStream stream() throws IOException;

    /**
     * Makes it a result, which happens at once or not at all.
     *
     * @throws LakeException if the lake cannot be written
     */
    ResultFile publish(long rows) throws LakeException;

    /** Leaves nothing behind of what was not published. */
    @Override
    void close() throws LakeException;
}
