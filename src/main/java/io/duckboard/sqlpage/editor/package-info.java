/** Ready questions to begin with in the editor of SQL. */
@NullMarked
package io.duckboard.sqlpage.editor;

import org.jspecify.annotations.NullMarked;
