/** The commands that fill a lake and manage its tables. */
@NullMarked
package io.duckboard.cli.lake;

import org.jspecify.annotations.NullMarked;
