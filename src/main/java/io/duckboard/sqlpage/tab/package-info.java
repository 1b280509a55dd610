/** The tabs of the SQL editor, kept as they were left. */
@NullMarked
package io.duckboard.sqlpage.tab;

import org.jspecify.annotations.NullMarked;
