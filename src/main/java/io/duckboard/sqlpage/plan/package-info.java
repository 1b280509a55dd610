/** How DuckDB answered a query: its operators, and how long each of them took. */
@NullMarked
package io.duckboard.sqlpage.plan;

import org.jspecify.annotations.NullMarked;
