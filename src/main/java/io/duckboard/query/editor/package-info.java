/** Ready questions to begin with in the editor of SQL. */
@NullMarked
package io.duckboard.query.editor;

import org.jspecify.annotations.NullMarked;
