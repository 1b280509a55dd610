package io.duckboard.engine.lake;

import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.ResultFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** A whole answer or a model that is being written into the lake, through either {@link #target} or {@link #stream}. */
public interface Draft extends AutoCloseable {

    /** The target of DuckDB's COPY: a path or an s3 URI. */
    String target();

    /** Columns by which the folder {@link #target} is partitioned; none if it is one file. */
    default List<String> partitionBy() {
        return List.of();
    }

    /** For formats that DuckDB itself cannot write. */
    OutputStream stream() throws IOException;

    /**
     * The reason why the draft may not grow any more, if there is one. Another thread asks while the draft is written.
     */
    default Optional<Problem> outgrown() {
        return Optional.empty();
    }

    /**
     * Makes the draft a part of the lake, either completely or not at all.
     *
     * @throws LakeException if the lake cannot be written, or has no room for the draft
     */
    ResultFile publish(long rows) throws LakeException;

    /** Removes everything that was not published. */
    @Override
    void close() throws LakeException;
}
