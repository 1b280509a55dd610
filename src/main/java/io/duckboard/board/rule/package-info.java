/** Makes a dashboard by rule, of what the engine knows of a lake that nobody has written one for. */
@NullMarked
package io.duckboard.board.rule;

import org.jspecify.annotations.NullMarked;
