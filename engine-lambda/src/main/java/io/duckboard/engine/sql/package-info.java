/** DuckDB's SQL as text: what is quoted how, and which types are numbers. */
@NullMarked
package io.duckboard.engine.sql;

import org.jspecify.annotations.NullMarked;
