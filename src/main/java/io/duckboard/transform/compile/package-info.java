/** Compiles a project to the SQL of its models and tests. */
@NullMarked
package io.duckboard.transform.compile;

import org.jspecify.annotations.NullMarked;
