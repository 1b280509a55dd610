/** The panel of the history. */
@NullMarked
package io.duckboard.sqlpage.history.ui;

import org.jspecify.annotations.NullMarked;
