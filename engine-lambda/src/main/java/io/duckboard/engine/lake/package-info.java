/** Reads a lake's catalog and knows who owns which files. */
@NullMarked
package io.duckboard.engine.lake;

import org.jspecify.annotations.NullMarked;
