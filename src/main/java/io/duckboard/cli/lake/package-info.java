/** The commands that fill a lake and look after its tables. */
@NullMarked
package io.duckboard.cli.lake;

import org.jspecify.annotations.NullMarked;
