/** Measures the engine against bare DuckDB: {@code make bench}. */
@NullMarked
package io.duckboard.engine.bench;

import org.jspecify.annotations.NullMarked;
