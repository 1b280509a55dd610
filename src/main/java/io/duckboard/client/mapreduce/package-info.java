/**
 * Runs queries on many partitions at once: one call of the engine for each partition, and one that combines the
 * answers.
 */
@NullMarked
package io.duckboard.client.mapreduce;

import org.jspecify.annotations.NullMarked;
