/** Reads and checks a dbt project in its folder, without compiling it. */
@NullMarked
package io.duckboard.transform.project;

import org.jspecify.annotations.NullMarked;
