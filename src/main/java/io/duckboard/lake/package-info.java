/** Filling a lake: what the app does with files, apart from asking the engine. */
@NullMarked
package io.duckboard.lake;

import org.jspecify.annotations.NullMarked;
