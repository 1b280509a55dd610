package io.duckboard.engine.duckdb;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The settings that DuckDB is opened with.
 *
 * @param readablePlaces folders (with a slash at the end) and files; DuckDB can read nothing else
 * @param temporaryDirectory where queries may spill, up to {@code spillMegabytes}
 * @param httpfs set for a lake on S3
 */
public record DatabaseSettings(
        List<String> readablePlaces,
        int threads,
        int memoryMegabytes,
        Path temporaryDirectory,
        int spillMegabytes,
        Optional<Httpfs> httpfs) {

    public DatabaseSettings {
        readablePlaces = List.copyOf(readablePlaces);
    }

    /** For files on this machine. */
    public DatabaseSettings(
            List<String> readablePlaces,
            int threads,
            int memoryMegabytes,
            Path temporaryDirectory,
            int spillMegabytes) {
        this(readablePlaces, threads, memoryMegabytes, temporaryDirectory, spillMegabytes, Optional.empty());
    }
}
