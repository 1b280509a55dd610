/** How DuckDB answered a query: its operators, and what each of them took. */
@NullMarked
package io.duckboard.sqlpage.plan;

import org.jspecify.annotations.NullMarked;
