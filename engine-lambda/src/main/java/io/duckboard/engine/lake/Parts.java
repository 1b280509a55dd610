package io.duckboard.engine.lake;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.util.List;
import java.util.UUID;

/** Whole answers as files that one query may read, and no other; it ends with the query. */
public interface Parts extends AutoCloseable {

    /** As DuckDB names them. */
    List<String> files();

    @Override
    void close();

    /** What the caller is told of a part that nobody wrote, or that has expired. */
    static Problem missing(String file) {
        return Problem.of(
                ErrorCode.FILE_MISSING,
                file + " is not there.",
                "A part is a whole answer in Parquet, and lives for a day: ask for it again.");
    }

    /** The whole name of an answer's file below {@link ResultStore#FOLDER}. */
    static String name(UUID file) {
        return file + ".parquet";
    }
}
