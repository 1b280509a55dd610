/** Writes an answer and what it took as text: as tables for people, and in formats that programs read. */
@NullMarked
package io.duckboard.cli.format;

import org.jspecify.annotations.NullMarked;
