/** The panel of the history. */
@NullMarked
package io.duckboard.query.history.ui;

import org.jspecify.annotations.NullMarked;
