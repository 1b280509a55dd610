/** {@code duckboard query}: SQL in, and out of it a table for people or text for programs. */
@NullMarked
package io.duckboard.cli.query;

import org.jspecify.annotations.NullMarked;
