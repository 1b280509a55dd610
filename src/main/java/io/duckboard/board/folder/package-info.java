/** The folder of dashboards: which files there are, and what has changed. */
@NullMarked
package io.duckboard.board.folder;

import org.jspecify.annotations.NullMarked;
