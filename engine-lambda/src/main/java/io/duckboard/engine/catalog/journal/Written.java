package io.duckboard.engine.catalog.journal;

/**
 * A file as it lies in a lake.
 *
 * @param version the ETag on S3, the modification time in milliseconds in a folder
 */
public record Written(long bytes, String version) {}
