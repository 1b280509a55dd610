package io.duckboard.engine.lake;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.util.List;
import java.util.UUID;

/** Whole answers as files that only one query may read. They are closed when the query ends. */
public interface Parts extends AutoCloseable {

    /** The names that DuckDB uses for them. */
    List<String> files();

    @Override
    void close();

    /** The message to the caller about a part that was never written, or that has expired. */
    static Problem missing(String file) {
        return Problem.of(
                ErrorCode.FILE_MISSING,
                file + " is not there.",
                "A part is a whole answer in Parquet, and lives for a day: ask for it again.");
    }

    /** The full name of an answer's file below {@link ResultStore#FOLDER}. */
    static String name(UUID file) {
        return file + ".parquet";
    }
}
