package io.duckboard.engine.duckdb;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * DuckDB's client for S3, loaded only if the lake is on S3.
 *
 * @param extension the signed file, which is loaded by its path
 * @param timeout of one attempt, in whole seconds
 */
public record Httpfs(Path extension, Duration timeout) {

    /** With these waits two errors in a row cost half a second, and an unreachable store is reported soon. */
    private static final int RETRIES = 2;

    List<String> statements() {
        return List.of(
                "LOAD " + Database.literal(extension.toString()),
                // Keys come only from the lake's secret. By default DuckDB would sign requests to any bucket with the
                // keys of the environment.
                "SET enable_global_s3_configuration = false",
                "SET http_timeout = " + timeout.toSeconds(),
                "SET http_retries = " + RETRIES,
                "SET http_retry_wait_ms = 100",
                "SET http_retry_backoff = 4",
                "SET http_keep_alive = true",
                "SET httpfs_connection_caching = true");
    }
}
