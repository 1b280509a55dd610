package io.duckboard.engine.duckdb;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * DuckDB's client for S3, loaded only where the lake lies there.
 *
 * @param extension the signed file, loaded by its path
 * @param timeout of one attempt, in whole seconds
 */
public record Httpfs(Path extension, Duration timeout) {

    /** With the waits below two errors in a row cost half a second, and a store that is gone is soon reported. */
    private static final int RETRIES = 2;

    List<String> statements() {
        return List.of(
                "LOAD " + Database.literal(extension.toString()),
                // Keys come from the lake's secret alone; by default DuckDB signs for any bucket with the
                // environment's.
                "SET enable_global_s3_configuration = false",
                "SET http_timeout = " + timeout.toSeconds(),
                "SET http_retries = " + RETRIES,
                "SET http_retry_wait_ms = 100",
                "SET http_retry_backoff = 4",
                "SET http_keep_alive = true",
                "SET httpfs_connection_caching = true");
    }
}
