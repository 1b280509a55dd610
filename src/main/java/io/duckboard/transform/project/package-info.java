/** A dbt project as it lies in its folder: read and checked, not yet compiled. */
@NullMarked
package io.duckboard.transform.project;

import org.jspecify.annotations.NullMarked;
