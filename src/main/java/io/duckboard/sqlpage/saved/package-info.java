/** Queries that people keep under a name, and their way in and out as files. */
@NullMarked
package io.duckboard.sqlpage.saved;

import org.jspecify.annotations.NullMarked;
