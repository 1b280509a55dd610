package io.duckboard.engine.catalog.store;

import io.duckboard.engine.catalog.Catalog;
import java.time.Instant;

/**
 * A catalog that readers can see.
 *
 * @param version changes with every publish: on S3 it is the ETag, in a folder the file's digest
 * @param at when it was published, by the store's clock
 */
public record Published(Catalog catalog, String version, Instant at) {}
