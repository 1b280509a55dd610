@NullMarked
package io.duckboard.board.check;

import org.jspecify.annotations.NullMarked;
