/** What the Lineage page shows: a project's nodes, how they are, and the run under way. */
@NullMarked
package io.duckboard.transform.board;

import org.jspecify.annotations.NullMarked;
