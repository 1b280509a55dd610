/** Opens, locks and queries DuckDB, and writes its rows as JSON. */
@NullMarked
package io.duckboard.engine.duckdb;

import org.jspecify.annotations.NullMarked;
