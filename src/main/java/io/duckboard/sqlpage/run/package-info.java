/** Queries that people have set going: running, or over for a short while. */
@NullMarked
package io.duckboard.sqlpage.run;

import org.jspecify.annotations.NullMarked;
