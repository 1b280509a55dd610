/** Links to the SQL page that carry a query. */
@NullMarked
package io.duckboard.sqlpage.link;

import org.jspecify.annotations.NullMarked;
