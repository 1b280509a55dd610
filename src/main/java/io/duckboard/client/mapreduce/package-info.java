/** Queries of many partitions at once: one call of the engine for each, and one that brings the answers together. */
@NullMarked
package io.duckboard.client.mapreduce;

import org.jspecify.annotations.NullMarked;
