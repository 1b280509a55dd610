/** The tabs of the SQL editor, stored as people left them. */
@NullMarked
package io.duckboard.sqlpage.tab;

import org.jspecify.annotations.NullMarked;
