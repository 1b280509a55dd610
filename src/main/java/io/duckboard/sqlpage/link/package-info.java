/** Queries as addresses of the SQL page. */
@NullMarked
package io.duckboard.sqlpage.link;

import org.jspecify.annotations.NullMarked;
