/** Says which dbt project a command works on, and which parts of it. */
@NullMarked
package io.duckboard.cli.project;

import org.jspecify.annotations.NullMarked;
