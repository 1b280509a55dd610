/** Asks the same question in three ways, measures the times, and compares the answers. */
@NullMarked
package io.duckboard.bench;

import org.jspecify.annotations.NullMarked;
