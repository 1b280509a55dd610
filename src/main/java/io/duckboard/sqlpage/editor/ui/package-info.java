/** The SQL editor as a component, and the panel of tables and examples beside it. */
@NullMarked
package io.duckboard.sqlpage.editor.ui;

import org.jspecify.annotations.NullMarked;
