/** Describes what went wrong, for the person who has to do something about it. */
@NullMarked
package io.duckboard.engine.failure;

import org.jspecify.annotations.NullMarked;
