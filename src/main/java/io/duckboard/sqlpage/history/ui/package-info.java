/** The panel that shows the history. */
@NullMarked
package io.duckboard.sqlpage.history.ui;

import org.jspecify.annotations.NullMarked;
