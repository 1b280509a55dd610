/** DuckDB's column types as trees, and how the types of one column in several files unite. */
@NullMarked
package io.duckboard.engine.sql.type;

import org.jspecify.annotations.NullMarked;
