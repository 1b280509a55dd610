/** The functions' handlers. */
@NullMarked
package io.duckboard.engine.lambda;

import org.jspecify.annotations.NullMarked;
