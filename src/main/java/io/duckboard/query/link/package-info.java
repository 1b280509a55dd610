/** Queries as addresses of the SQL page. */
@NullMarked
package io.duckboard.query.link;

import org.jspecify.annotations.NullMarked;
