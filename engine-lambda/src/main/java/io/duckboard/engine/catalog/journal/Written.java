package io.duckboard.engine.catalog.journal;

/**
 * The state of a file in a lake.
 *
 * @param version the ETag on S3, the modification time in milliseconds in a folder
 */
public record Written(long bytes, String version) {}
