/** DuckDB's SQL as text: its tokens, how to quote, and which types are numbers. */
@NullMarked
package io.duckboard.engine.sql;

import org.jspecify.annotations.NullMarked;
