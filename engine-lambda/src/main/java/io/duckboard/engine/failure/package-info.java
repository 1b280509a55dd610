/** What went wrong, for whoever has to do something about it. */
@NullMarked
package io.duckboard.engine.failure;

import org.jspecify.annotations.NullMarked;
