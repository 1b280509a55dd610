/** The dependency graph of a project, and the selection of parts of it. */
@NullMarked
package io.duckboard.transform.graph;

import org.jspecify.annotations.NullMarked;
