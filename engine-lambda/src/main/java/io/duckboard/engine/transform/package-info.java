/** Builds models of a dbt project, tests them, and shows them all at once. */
@NullMarked
package io.duckboard.engine.transform;

import org.jspecify.annotations.NullMarked;
