/** The terminal command {@code duckboard}: its options and its output. Only the dashboard command uses Spring. */
@NullMarked
package io.duckboard.cli;

import org.jspecify.annotations.NullMarked;
