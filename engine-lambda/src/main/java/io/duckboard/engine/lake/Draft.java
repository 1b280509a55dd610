package io.duckboard.engine.lake;

import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.ResultFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

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

    /** Why it may not grow any more, if it may not: asked from another thread, as long as it is written. */
    default Optional<Problem> outgrown() {
        return Optional.empty();
    }

    /**
     * Makes it a part of the lake, which happens at once or not at all.
     *
     * @throws LakeException if the lake cannot be written, or has no room for it
     */
    ResultFile publish(long rows) throws LakeException;

    /** Leaves nothing behind of what was not published. */
    @Override
    void close() throws LakeException;
}
