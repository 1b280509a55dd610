package io.duckboard.engine.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds DuckDB's httpfs where the build puts it. */
public final class BuiltHttpfs {

    private BuiltHttpfs() {}

    /** Fails with a reason if it is missing: tests that need S3 are never skipped. */
    public static Path file() {
        Path file = Path.of(
                        System.getenv().getOrDefault("DUCKBOARD_HTTPFS", "../.tools/httpfs/httpfs.duckdb_extension"))
                .toAbsolutePath()
                .normalize();
        if (!Files.isReadable(file)) {
            throw new AssertionError(
                    "httpfs is missing: build/fetch-httpfs host .tools/httpfs gets it, as make test does");
        }
        return file;
    }
}
