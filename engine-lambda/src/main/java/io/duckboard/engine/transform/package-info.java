/** Builds the models of a dbt project, tests them, and publishes them all at once. */
@NullMarked
package io.duckboard.engine.transform;

import org.jspecify.annotations.NullMarked;
