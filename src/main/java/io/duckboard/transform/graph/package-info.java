/** What depends on what in a project, and which part of it is meant. */
@NullMarked
package io.duckboard.transform.graph;

import org.jspecify.annotations.NullMarked;
