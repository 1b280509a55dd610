/** The file of a dashboard: its words, how it is read, and its JSON Schema. */
@NullMarked
package io.duckboard.board.file;

import org.jspecify.annotations.NullMarked;
