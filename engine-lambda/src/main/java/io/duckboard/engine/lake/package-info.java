/** Reads a lake's catalog and says which files are whose. */
@NullMarked
package io.duckboard.engine.lake;

import org.jspecify.annotations.NullMarked;
