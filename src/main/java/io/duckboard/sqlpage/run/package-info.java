/** Queries that people have started and that are running or have ended a short while ago. */
@NullMarked
package io.duckboard.sqlpage.run;

import org.jspecify.annotations.NullMarked;
