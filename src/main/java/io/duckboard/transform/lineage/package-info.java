/** Finds where the columns of a model come from, using the tree that the engine's own parser makes of its SQL. */
@NullMarked
package io.duckboard.transform.lineage;

import org.jspecify.annotations.NullMarked;
