/** Writes a project and its last run to {@code target/}, in the files and fields that dbt's own tools read. */
@NullMarked
package io.duckboard.transform.artifacts;

import org.jspecify.annotations.NullMarked;
