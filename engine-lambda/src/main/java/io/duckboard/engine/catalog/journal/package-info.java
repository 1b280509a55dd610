/** Records of what Duckboard has written into a lake. Only these records prove that a file is Duckboard's own. */
@NullMarked
package io.duckboard.engine.catalog.journal;

import org.jspecify.annotations.NullMarked;
