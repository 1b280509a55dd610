/** Which dbt project a command is about, and what of it. */
@NullMarked
package io.duckboard.cli.project;

import org.jspecify.annotations.NullMarked;
