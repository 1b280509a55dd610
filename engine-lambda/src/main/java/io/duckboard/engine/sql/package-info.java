/** DuckDB's SQL as text: what its tokens are, what is quoted how, and which types are numbers. */
@NullMarked
package io.duckboard.engine.sql;

import org.jspecify.annotations.NullMarked;
