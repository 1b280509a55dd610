/** Records of what Duckboard has written into a lake: the one proof that a file is its own. */
@NullMarked
package io.duckboard.engine.catalog.journal;

import org.jspecify.annotations.NullMarked;
