/** Example queries to begin with in the SQL editor. */
@NullMarked
package io.duckboard.sqlpage.editor;

import org.jspecify.annotations.NullMarked;
