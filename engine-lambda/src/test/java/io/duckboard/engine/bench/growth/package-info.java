/** Measures how time and memory grow with the lake: {@code make bench-growth}. */
@NullMarked
package io.duckboard.engine.bench.growth;

import org.jspecify.annotations.NullMarked;
