/** Queries that people save under a name, and their import and export as files. */
@NullMarked
package io.duckboard.sqlpage.saved;

import org.jspecify.annotations.NullMarked;
