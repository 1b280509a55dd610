package io.duckboard.engine.duckdb;

import java.nio.file.Path;
import java.util.List;

/**
 * How DuckDB is opened.
 *
 * @param readableDirectories absolute paths; nothing else can be read
 * @param temporaryDirectory where queries may spill, up to {@code spillMegabytes}
 */
public record DatabaseSettings(
        List<Path> readableDirectories, int threads, int memoryMegabytes, Path temporaryDirectory, int spillMegabytes) {

    public DatabaseSettings {
        readableDirectories = List.copyOf(readableDirectories);
    }
}
